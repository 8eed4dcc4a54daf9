package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.PartKey;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignSource;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;

/// Tables of parts in a module's texts, in any of its languages, that give other quantities than its bill of materials.
final class TextsCheck implements ModuleCheck {
    private static final long LIMIT = 2 << 20;

    @Override
    public String id() {
        return "texts";
    }

    @Override
    public void check(CheckedDesign design, CheckedModule module, Consumer<Found> found) {
        Map<String, BomLine> byName = new HashMap<>();
        module.lines().forEach(line -> byName.putIfAbsent(PartKey.normalise(line.part()), line));
        for (ModuleFile file : module.module().files()) {
            boolean text = file.path().fileName().toLowerCase(Locale.ROOT).endsWith(".md");
            if (text && file.role() != FileRole.BOM && !byName.isEmpty()
                    && !file.path().equals(module.module().bom())) {
                table(module, file.path()).ifPresent(table -> compare(module, file.path(), table, byName, found));
            }
        }
    }

    /// A text without a table of parts is none.
    private static Optional<Bom> table(CheckedModule module, RepoPath file) {
        try {
            DesignSource source = module.module().source();
            return source.tree().size(file) > LIMIT ? Optional.empty() : Optional.of(DesignBoms.bom(source, file));
        } catch (Fault _) {
            return Optional.empty();
        }
    }

    private static void compare(CheckedModule module, RepoPath file, Bom table, Map<String, BomLine> byName,
            Consumer<Found> found) {
        for (BomLine row : table.lines()) {
            BomLine line = byName.get(PartKey.normalise(row.part()));
            Quantity here = row.quantity();
            Quantity there = line == null ? null : line.quantity();
            if (line != null && here != null && there != null && here.unit() == there.unit()
                    && here.number().compareTo(there.number()) != 0) {
                var place = table.place(row, Column.QUANTITY);
                List<Fix> fixes = new ArrayList<>();
                if (module.module().source().commit() == null) {
                    MarkdownRow.edit(module.module().source().tree(), file, row.row(), place.column(), here.number(),
                            there.number()).map(
                                    edit -> Fix.choice(edit, "design.fix-text-count",
                                            LineFixes.written(there), file))
                            .ifPresent(fixes::add);
                }
                fixes.addAll(Fix.choice(module.set(line, Column.QUANTITY, LineFixes.written(here)),
                        "design.fix-quantity", LineFixes.written(here), line.part()));
                found.accept(new Found(Problem.warning(place, "design.text-count", line.part(), here.number(),
                        there.number(), line.row()), fixes));
            }
        }
    }
}
