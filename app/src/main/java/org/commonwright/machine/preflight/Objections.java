package org.commonwright.machine.preflight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Problem;

/// What of a check's findings speaks against a start: how many there are, and the worst.
///
/// @param count with those that are not listed one by one
public record Objections(long count, Optional<Problem> worst) {
    /// What a long list of findings ends in: how many more there were.
    private static final String MORE = "gcode.more";

    public static Objections of(List<Problem> findings) {
        List<Problem> serious = findings.stream().filter(p -> p.severity() != Problem.Severity.NOTE)
                .sorted(Comparator.comparing(Problem::severity)).toList();
        long unlisted = findings.stream().filter(p -> p.code().equals(MORE)).map(p -> p.arguments().getFirst())
                .mapToLong(n -> n instanceof Number number ? number.longValue() : 0).sum();
        return new Objections(serious.size() + unlisted, serious.stream().findFirst());
    }
}
