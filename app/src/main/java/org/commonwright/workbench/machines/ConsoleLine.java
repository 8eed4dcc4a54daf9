package org.commonwright.workbench.machines;

import java.time.Instant;
import java.time.InstantSource;
import org.commonwright.error.Quoted;

/// A line of a machine's console.
///
/// @param way where it went
/// @param text with its control characters made visible
/// @param at when it was said
/// @param isReport whether it goes to or fro by itself: a report of the machine's state, or what asks for one
public record ConsoleLine(Way way, String text, Instant at, boolean isReport) {
    private static final int LONGEST = 1000;

    /// From whom to whom.
    public enum Way {
        TO_MACHINE, FROM_MACHINE,
        /// Not a line, but how many lines are missing here.
        LEFT_OUT
    }

    /// @param sent whether it went to the machine
    ConsoleLine(boolean sent, String text) {
        this(sent, text, false);
    }

    /// @param sent whether it went to the machine
    ConsoleLine(boolean sent, String text, boolean report) {
        this(sent ? Way.TO_MACHINE : Way.FROM_MACHINE, shown(text), InstantSource.system().instant(), report);
    }

    static ConsoleLine leftOut(int lines) {
        return new ConsoleLine(Way.LEFT_OUT, String.valueOf(lines), InstantSource.system().instant(), false);
    }

    public boolean sent() {
        return way == Way.TO_MACHINE;
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
