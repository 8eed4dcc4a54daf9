package org.commonwright.design.scope;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.Source;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignModule.Submodule;
import org.commonwright.error.Place;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Finds every row that asks for a part or a module, over all designs: by its name, its maker's number, or as an alternate.
public final class WhereUsed {
    private WhereUsed() {}

    /// How a row asks for it.
    public enum As {
        PART, ALTERNATE, MODULE
    }

    /// One row.
    ///
    /// @param part what the row calls it
    /// @param module the path of the module that the row belongs to
    /// @param each what the row says; null for a module that is there only as a folder
    /// @param total what all of that design's pieces need by this row; null for a module
    public record Use(KnownDesign design, As as, String part, String module, Place place, @Nullable Quantity each,
            @Nullable Quantity total) {}

    public static List<Use> find(List<KnownDesign> designs, String part) {
        String name = PartKey.normalise(part.strip());
        List<Use> uses = new ArrayList<>();
        for (KnownDesign design : designs) {
            for (RollupLine line : design.parts().lines()) {
                boolean itself = line.sources().stream().map(Source::line).anyMatch(l -> isCalled(l, name));
                for (Source source : line.sources()) {
                    if (itself || isAlternate(source.line(), name)) {
                        Quantity each = source.line().quantity();
                        uses.add(new Use(design, itself ? As.PART : As.ALTERNATE, source.line().part(),
                                source.module(), source.place(), each,
                                each == null ? null : each.times(source.times())));
                    }
                }
            }
            modules(design, name, uses);
        }
        return uses;
    }

    private static boolean isCalled(BomLine line, String name) {
        return PartKey.normalise(line.part()).equals(name)
                || !line.mpn().isEmpty() && PartKey.normalise(line.mpn()).equals(name);
    }

    private static boolean isAlternate(BomLine line, String name) {
        return line.alternates().stream().anyMatch(a -> PartKey.normalise(a.mpn()).equals(name));
    }

    private static void modules(KnownDesign design, String name, List<Use> uses) {
        for (DesignModule user : design.tree().modules()) {
            for (Submodule sub : user.submodules()) {
                DesignModule module = sub.module();
                if (module != null && (PartKey.normalise(sub.name()).equals(name)
                        || PartKey.normalise(module.name()).equals(name))) {
                    RepoPath file = user.bom() == null ? user.path() : user.bom();
                    uses.add(new Use(design, As.MODULE, sub.name(), user.source().show(user.path()),
                            Place.line(user.source().show(file), sub.row()), null, null));
                }
            }
        }
    }
}
