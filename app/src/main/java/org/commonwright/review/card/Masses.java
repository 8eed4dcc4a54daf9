package org.commonwright.review.card;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Source;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.DeclaredPart;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Adds up what the parts of a roll-up weigh. A part's mass is what its row counts (0.5 kg of filament), what a column of its row
/// says for a piece, or what the `[[part]]` of that name in its module's manifest says.
final class Masses {
    private final Map<String, Map<String, BigDecimal>> declared = new HashMap<>();

    private Masses(ModuleTree tree) {
        for (DesignModule module : tree.modules()) {
            if (module.manifest() != null) {
                Map<String, BigDecimal> parts = new HashMap<>();
                for (DeclaredPart part : module.manifest().parts()) {
                    if (part.mass() != null) {
                        parts.put(PartKey.normalise(part.name()), part.mass());
                    }
                }
                declared.put(module.source().show(module.path()), parts);
            }
        }
    }

    static Mass of(ModuleTree tree, RollupResult result) {
        var masses = new Masses(tree);
        BigDecimal grams = null;
        Set<String> without = new HashSet<>();
        int unknown = 0;
        for (RollupLine line : result.lines()) {
            if (line.kind() == LineKind.MODULE) {
                continue;
            }
            Optional<BigDecimal> mass = masses.of(line);
            if (mass.isPresent()) {
                grams = grams == null ? mass.get() : grams.add(mass.get());
            } else {
                unknown++;
                without.add(line.part() + " " + line.total());
            }
        }
        return new Mass(grams, unknown, without);
    }

    private Optional<BigDecimal> of(RollupLine line) {
        Quantity total = line.total();
        return switch (total.unit().dimension()) {
            case MASS -> Optional.of(total.in(Unit.GRAM).number());
            case COUNT -> line.sources().stream().flatMap(source -> piece(source).stream()).findFirst()
                    .map(grams -> grams.multiply(total.in(Unit.PIECE).number()));
            default -> Optional.empty();
        };
    }

    private Optional<BigDecimal> piece(Source source) {
        BomLine line = source.line();
        return MassCell.of(line).or(() -> Optional.ofNullable(
                declared.getOrDefault(source.module(), Map.of()).get(PartKey.normalise(line.part()))));
    }
}
