package org.commonwright.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Files that list assemblies, each read once for all of them; shared by whoever looks at many modules in one go. Asking for a
/// file's own part reads it anew.
public final class ListedBoms {
    private record File(DesignSource source, RepoPath path) {}

    private record Read(Bom bom, Map<String, List<BomLine>> sections, Prices prices) {}

    /// What a file says that its parts are sold for, found once for all its assemblies when it is asked for.
    static final class Prices {
        private @Nullable Bom list;
        private ListedOffers found = ListedOffers.NONE;

        private Prices(Bom list) {
            this.list = list;
        }

        /// @param currency the currency of prices that name none; empty for none
        ListedOffers offers(String currency) {
            Bom all = list;
            if (all != null) {
                found = ListedOffers.of(all, currency);
                list = null;
            }
            return found;
        }
    }

    private final Map<File, Read> read = new HashMap<>();

    /// The part of a bill of materials that belongs to one of the assemblies it lists, or (with its problems) to none.
    ///
    /// @throws org.commonwright.error.Fault what [DesignBoms#bom] throws
    public Bom section(DesignSource source, RepoPath path, String section) {
        var file = new File(source, path);
        if (section.isEmpty()) {
            read.remove(file);
        }
        Read known = read.get(file);
        if (known == null) {
            Bom bom = DesignBoms.bom(source, path);
            if (bom.lines().stream().allMatch(line -> line.section().isEmpty())) {
                return section.isEmpty() ? bom : bom.section(section);
            }
            known = new Read(bom, bom.sections(), new Prices(bom));
            read.put(file, known);
        }
        Bom bom = known.bom;
        List<BomLine> lines = known.sections.getOrDefault(section, List.of());
        return section.isEmpty()
                ? bom.withLines(lines)
                : new Bom(bom.file(), bom.format(), bom.container(), bom.encoding(), bom.tables(), lines, List.of(),
                        List.of(), bom.collective());
    }

    /// What the file says that its parts are sold for.
    ///
    /// @param list what [#section] has just given
    Prices prices(DesignSource source, RepoPath path, Bom list) {
        Read known = read.get(new File(source, path));
        return known == null ? new Prices(list) : known.prices;
    }
}
