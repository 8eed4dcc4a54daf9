package org.commonwright.review.card;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.rollup.LeadTime;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.DesignSupplies;
import org.commonwright.design.ModuleTree;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.model.Unit;
import org.commonwright.publish.report.DurabilityReport;
import org.commonwright.publish.report.Report;
import org.commonwright.review.mass.MeshPieces;
import org.jspecify.annotations.Nullable;

/// Works out the figures of a design. A design whose parts cannot be added up has none, and a problem that says why; the rest goes
/// on.
final class FigureReader {
    private final Consumer<Problem> problems;
    private final LocalDate today;
    private final MeshPieces meshes;

    /// @param today what ends of life and prices are old against
    /// @param meshes what parts weigh that say no mass
    FigureReader(LocalDate today, MeshPieces meshes, Consumer<Problem> problems) {
        this.meshes = meshes;
        this.today = today;
        this.problems = problems;
    }

    /// @param result null when the parts could not be added up
    DesignFigures of(ModuleTree tree, @Nullable RollupResult result) {
        LicenceState licence = LicenceStates.of(tree);
        Report durability = durability(tree);
        if (result == null) {
            return new DesignFigures(Cost.UNKNOWN, null, null, null, licence, durability);
        }
        LeadTime lead = result.leadTime();
        return new DesignFigures(new Cost(result.cost(), result.missing().size(), unpriced(result)),
                Masses.of(tree, result, meshes),
                parts(result), new Wait(lead.days(), lead.unknown()), licence, durability);
    }

    /// What N need; null when the parts cannot be added up, which is told.
    @Nullable
    RollupResult rollup(ModuleTree tree, long quantity) {
        try {
            return DesignSupplies.cost(tree.root(), quantity, null);
        } catch (Fault fault) {
            tell(fault);
            return null;
        }
    }

    private @Nullable Report durability(ModuleTree tree) {
        try {
            return DurabilityReport.of(tree, today);
        } catch (Fault fault) {
            tell(fault);
            return null;
        }
    }

    private static Set<String> unpriced(RollupResult result) {
        Set<String> without = new HashSet<>();
        result.missing().forEach(missing -> without.add(missing.part()));
        result.lines().stream().filter(line -> line.cost() == null)
                .forEach(line -> without.add(line.part() + " " + line.total()));
        return without;
    }

    private static PartCount parts(RollupResult result) {
        List<RollupLine> parts = result.lines().stream().filter(line -> line.kind() != LineKind.MODULE).toList();
        BigDecimal pieces = parts.stream().map(RollupLine::total)
                .filter(total -> total.unit().dimension() == Unit.Dimension.COUNT)
                .map(total -> total.in(Unit.PIECE).number()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PartCount(parts.size(), pieces);
    }

    private void tell(Fault fault) {
        problems.accept(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
    }
}
