package org.commonwright.fabrication.order;

import java.util.List;
import org.commonwright.error.Problem;

/// What an order comes to, before it is placed.
///
/// @param parts what machines make, by module and part
/// @param problems parts that cannot be made as the design is (errors), and what people make by hand (notes)
public record Plan(List<PlannedPart> parts, List<Problem> problems) {
    public Plan {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
}
