package org.commonwright.design.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.check.BomChecks;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.design.DesignModule;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// What is wrong with the bills of materials themselves, and with the offers beside them.
final class BomCheck implements ModuleCheck {
    private static final long LIMIT = 64L << 20;

    @Override
    public String id() {
        return "bom";
    }

    @Override
    public void check(CheckedDesign design, CheckedModule module, Consumer<Found> found) {
        if (module.bom() != null) {
            BomChecks.check(module.bom()).forEach(problem -> found.accept(new Found(problem, fixes(module, problem))));
        }
        offers(module.module()).forEach(problem -> found.accept(Found.of(problem)));
    }

    /// One that cannot be read at all is told by the roll-up, which needs it.
    private static List<Problem> offers(DesignModule module) {
        RepoPath offers = module.offers();
        if (offers == null) {
            return List.of();
        }
        try {
            return OfferReader.read(module.source().show(offers), module.source().tree().read(offers, LIMIT))
                    .problems();
        } catch (Fault unread) {
            return List.of(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(),
                    Place.file(module.source().show(offers))));
        }
    }

    private static List<Fix> fixes(CheckedModule module, Problem problem) {
        int row = problem.place() == null ? 0 : problem.place().line();
        Optional<BomLine> line = module.table() == null ? Optional.empty() : module.line(row);
        return line.map(l -> new LineFixes(module, l).of(problem)).orElse(List.of());
    }
}
