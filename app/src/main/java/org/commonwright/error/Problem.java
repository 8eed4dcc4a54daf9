package org.commonwright.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding in somebody's file that stops nothing: what was met (a code, the key of its text, with arguments) and where.
public record Problem(Severity severity, String code, List<Object> arguments, @Nullable Place place) {
    /// Of a text that is an argument it holds what [Quoted] shows.
    public Problem {
        arguments = Quoted.all(arguments);
    }

    /// How much it matters.
    public enum Severity {
        ERROR, WARNING, NOTE
    }

    public static Problem error(@Nullable Place place, String code, Object... arguments) {
        return new Problem(Severity.ERROR, code, List.of(arguments), place);
    }

    /// What went wrong, as a finding.
    public static Problem of(Fault fault, @Nullable Place place) {
        return new Problem(Severity.ERROR, fault.code(), fault.arguments(), place);
    }

    public static Problem warning(@Nullable Place place, String code, Object... arguments) {
        return new Problem(Severity.WARNING, code, List.of(arguments), place);
    }

    public static Problem note(@Nullable Place place, String code, Object... arguments) {
        return new Problem(Severity.NOTE, code, List.of(arguments), place);
    }
}
