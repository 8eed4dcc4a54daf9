package org.commonwright.workbench.machines;

import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.commonwright.error.Quoted;

/// A line of a machine's console.
///
/// @param way where it went
/// @param text with its control characters made visible
/// @param at when it was said
public record ConsoleLine(Way way, String text, Instant at) {
    private static final int LONGEST = 1000;
    private static final Pattern REPORT = Pattern
            .compile("ok( .*)?|<.*>|[ ]?T[0-9]?:-?[0-9.].*|echo:busy.*|wait|X:-?[0-9.]+ Y:.*");

    /// From whom to whom.
    public enum Way {
        TO_MACHINE, FROM_MACHINE,
        /// Not a line, but how many lines are missing here.
        LEFT_OUT
    }

    /// @param sent whether it went to the machine
    ConsoleLine(boolean sent, String text) {
        this(sent ? Way.TO_MACHINE : Way.FROM_MACHINE, shown(text), InstantSource.system().instant());
    }

    static ConsoleLine leftOut(int lines) {
        return new ConsoleLine(Way.LEFT_OUT, String.valueOf(lines), InstantSource.system().instant());
    }

    public boolean sent() {
        return way == Way.TO_MACHINE;
    }

    /// Whether it is only an acknowledgement or a report that comes by itself: GRBL's `ok` and `<…>`, Marlin's `ok …`, its
    /// temperatures and `busy`.
    public boolean isReport() {
        return way == Way.FROM_MACHINE && REPORT.matcher(text).matches();
    }

    /// What a machine says is not trusted: what would colour, move or hide text is seen.
    private static String shown(String said) {
        return Quoted.seen(said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said, "");
    }

    @Override
    public String toString() {
        return switch (way) {
            case TO_MACHINE -> "› " + text;
            case FROM_MACHINE -> "‹ " + text;
            case LEFT_OUT -> "… " + text + " …";
        };
    }
}
