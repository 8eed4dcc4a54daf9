package org.commonwright.machine.marlin;

import java.util.List;

/// The end of a run before its end: its lines leave at once, and their answers are waited for, but not for ever.
final class MarlinStop {
    private static final long PATIENCE = 10_000_000_000L;

    private static final int TIMES = 3;

    private List<String> lines = List.of();
    private int answers;
    private int said;
    private long until;

    /// @param unanswered lines before these whose answers are still to come
    void begin(List<String> stop, int unanswered, MarlinWire wire, long now) {
        lines = stop;
        answers = unanswered;
        until = now + PATIENCE;
        say(wire);
    }

    /// A line before these arrived damaged. Marlin then empties its buffer, and these may have been in it; all of them may be
    /// said twice.
    void again(MarlinWire wire) {
        if (said < TIMES) {
            say(wire);
        }
    }

    private void say(MarlinWire wire) {
        said++;
        lines.forEach(wire::line);
        answers += lines.size();
    }

    void ok() {
        answers--;
    }

    boolean isOver(long now) {
        return answers <= 0 || now > until;
    }
}
