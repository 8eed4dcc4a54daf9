package org.commonwright.design.check;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.check.BomChecks;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.design.DesignModule;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// What is wrong with the bills of materials themselves, and with the offers beside them.
final class BomCheck implements ModuleCheck {

    @Override
    public String id() {
        return "bom";
    }

    @Override
    public void check(CheckedDesign design, CheckedModule module, Consumer<Found> found) {
        if (module.bom() != null) {
            List<Problem> problems = BomChecks.check(module.bom());
            Map<Integer, BomLine> lines = problems.isEmpty() ? Map.of() : byRow(module);
            problems.forEach(problem -> found.accept(new Found(problem, fixes(module, lines, problem))));
        }
        if (module.bom() != null) {
            String currency = DesignRules.of(module.module().source().tree()).commons().currency();
            ListedOffers.of(module.bom(), currency).problems().forEach(problem -> found.accept(Found.of(problem)));
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
            return OfferReader.read(module.source().show(offers), module.source().tree().read(offers, BomReader.LIMIT))
                    .problems();
        } catch (Fault unread) {
            return List.of(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(),
                    Place.file(module.source().show(offers))));
        }
    }

    /// The lines that can be edited, by their rows: a list may have as many problems as lines.
    private static Map<Integer, BomLine> byRow(CheckedModule module) {
        return module.table() == null
                ? Map.of()
                : module.lines().stream().collect(Collectors.toMap(BomLine::row, line -> line, (a, _) -> a));
    }

    private static List<Fix> fixes(CheckedModule module, Map<Integer, BomLine> lines, Problem problem) {
        BomLine line = problem.place() == null ? null : lines.get(problem.place().line());
        return line == null ? List.of() : new LineFixes(module, line).of(problem);
    }
}
