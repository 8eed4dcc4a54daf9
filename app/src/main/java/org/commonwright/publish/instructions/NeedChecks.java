package org.commonwright.publish.instructions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Whether the steps of a module use what its bill of materials lists. Only texts that list what their steps need are held to it.
final class NeedChecks {
    private NeedChecks() {}

    static List<Problem> check(String file, List<Step> steps, List<BomLine> lines) {
        List<Step> counted = steps.stream().filter(Step::counted).toList();
        if (counted.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Place place = Place.file(file);
        Map<BomLine, BigDecimal> used = new IdentityHashMap<>();
        for (Step step : counted) {
            for (Need need : step.needs()) {
                BomLine line = need.line();
                if (line == null) {
                    problems.add(Problem.warning(place, "publish.need-unknown", need.name(), step.title()));
                } else {
                    used.merge(line, need.count() == null ? BigDecimal.ZERO : need.count(), BigDecimal::add);
                }
            }
        }
        for (BomLine line : lines) {
            BigDecimal sum = used.get(line);
            Quantity quantity = line.quantity();
            if (sum == null) {
                problems.add(Problem.warning(place, "publish.need-in-no-step", line.part()));
            } else if (quantity != null && isPieces(line) && sum.compareTo(quantity.number()) != 0) {
                problems.add(Problem.warning(place, "publish.need-count", line.part(), sum, quantity.number()));
            }
        }
        return problems;
    }

    private static boolean isPieces(BomLine line) {
        return line.quantity() != null && line.quantity().unit() == Unit.PIECE;
    }
}
