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
import org.commonwright.bom.rollup.ModuleUse;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Source;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.DeclaredPart;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.commonwright.review.mass.MeshPieces;
import org.jspecify.annotations.Nullable;

/// Adds up what the parts of a roll-up weigh. A part's mass is what its row counts (0.5 kg of filament), what a column of its row
/// says for a piece, what the `[[part]]` of that name in its module's manifest says, or else what its mesh weighs as a solid of its
/// material. A module without a list is one part, and its manifest or its mesh says what it weighs.
final class Masses {
    private final Map<String, DesignModule> modules = new HashMap<>();
    private final Map<DesignModule, Map<String, DeclaredPart>> declared = new HashMap<>();
    private final MeshPieces meshes;
    private final Set<String> without = new HashSet<>();
    private @Nullable BigDecimal grams;
    private int unknown;
    private int solid;

    private Masses(ModuleTree tree, MeshPieces meshes) {
        this.meshes = meshes;
        for (DesignModule module : tree.modules()) {
            modules.put(module.source().show(module.path()), module);
            Map<String, DeclaredPart> parts = new HashMap<>();
            if (module.manifest() != null) {
                module.manifest().parts().forEach(part -> parts.put(PartKey.normalise(part.name()), part));
            }
            declared.put(module, parts);
        }
    }

    static Mass of(ModuleTree tree, RollupResult result, MeshPieces meshes) {
        var masses = new Masses(tree, meshes);
        result.lines().stream().filter(line -> line.kind() != LineKind.MODULE).forEach(masses::add);
        result.modules().forEach(masses::add);
        return new Mass(masses.grams, masses.unknown, masses.without, masses.solid);
    }

    private void add(RollupLine line) {
        Quantity total = line.total();
        switch (total.unit().dimension()) {
            case MASS -> add(total.in(Unit.GRAM).number());
            case COUNT -> {
                BigDecimal pieces = total.in(Unit.PIECE).number();
                Optional<BigDecimal> said = line.sources().stream().flatMap(source -> said(source).stream())
                        .findFirst();
                Optional<BigDecimal> shown = said.isPresent()
                        ? Optional.empty()
                        : line.sources().stream().flatMap(source -> byMesh(source).stream()).findFirst();
                if (said.isPresent()) {
                    add(said.get().multiply(pieces));
                } else if (shown.isPresent()) {
                    solid++;
                    add(shown.get().multiply(pieces));
                } else {
                    miss(line.part() + " " + total);
                }
            }
            default -> miss(line.part() + " " + total);
        }
    }

    /// A module that no list describes and that holds no other modules is one part.
    private void add(ModuleUse use) {
        DesignModule module = modules.get(use.path());
        if (module == null || module.bom() != null || !module.submodules().isEmpty() || !meshes.isPart(module)) {
            return;
        }
        Optional<BigDecimal> said = MeshPieces.said(module);
        Optional<BigDecimal> each = said.or(() -> meshes.of(module));
        if (each.isPresent()) {
            solid += said.isPresent() ? 0 : 1;
            add(each.get().multiply(use.times()));
        } else {
            miss(module.name() + " " + use.times());
        }
    }

    private void add(BigDecimal more) {
        grams = grams == null ? more : grams.add(more);
    }

    private void miss(String part) {
        unknown++;
        without.add(part);
    }

    private Optional<BigDecimal> said(Source source) {
        return MassCell.of(source.line()).or(() -> Optional.ofNullable(declared(source)).map(DeclaredPart::mass));
    }

    private Optional<BigDecimal> byMesh(Source source) {
        DesignModule module = modules.get(source.module());
        return module == null ? Optional.empty() : meshes.of(module, source.line(), declared(source));
    }

    private @Nullable DeclaredPart declared(Source source) {
        BomLine line = source.line();
        DesignModule module = modules.get(source.module());
        return module == null ? null : declared.getOrDefault(module, Map.of()).get(PartKey.normalise(line.part()));
    }
}
