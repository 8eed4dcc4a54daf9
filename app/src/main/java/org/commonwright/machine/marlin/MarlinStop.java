package org.commonwright.machine.marlin;

import java.util.List;

/// The end of a run before its end: its lines leave at once, and their answers are waited for, but not for ever.
final class MarlinStop {
    private static final long PATIENCE = 10_000_000_000L;

    private int answers;
    private long until;

    /// @param unanswered lines before these whose answers are still to come
    void begin(List<String> lines, int unanswered, MarlinWire wire, long now) {
        lines.forEach(wire::line);
        answers = lines.size() + unanswered;
        until = now + PATIENCE;
    }

    void ok() {
        answers--;
    }

    boolean isOver(long now) {
        return answers <= 0 || now > until;
    }
}
