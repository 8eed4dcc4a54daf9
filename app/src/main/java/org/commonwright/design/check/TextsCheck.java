package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignSource;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;

/// Tables of parts in a module's texts that give other quantities than its bill of materials.
final class TextsCheck implements DesignCheck {
    private static final long LIMIT = 2 << 20;

    @Override
    public String id() {
        return "texts";
    }

    @Override
    public List<Problem> check(CheckedModule module) {
        List<Problem> problems = new ArrayList<>();
        Map<String, BomLine> byName = new HashMap<>();
        module.lines().forEach(line -> byName.putIfAbsent(PartKey.normalise(line.part()), line));
        for (ModuleFile file : module.module().files()) {
            boolean text = file.path().fileName().toLowerCase(Locale.ROOT).endsWith(".md");
            if (text && file.role() != FileRole.BOM && !byName.isEmpty()
                    && !file.path().equals(module.module().bom())) {
                table(module, file.path()).ifPresent(table -> compare(table, byName, problems));
            }
        }
        return problems;
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

    private static void compare(Bom table, Map<String, BomLine> byName, List<Problem> problems) {
        for (BomLine row : table.lines()) {
            BomLine line = byName.get(PartKey.normalise(row.part()));
            Quantity here = row.quantity();
            Quantity there = line == null ? null : line.quantity();
            if (line != null && here != null && there != null && here.unit() == there.unit()
                    && here.number().compareTo(there.number()) != 0) {
                problems.add(Problem.warning(Place.line(table.file(), row.row()), "design.text-count", line.part(),
                        here.number(), there.number(), line.row()));
            }
        }
    }
}
