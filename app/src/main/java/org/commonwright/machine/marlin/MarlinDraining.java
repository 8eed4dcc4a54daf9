package org.commonwright.machine.marlin;

/// While nothing more is to be sent, at the end or in a pause, Marlin has no reason to answer, and so to say how its planner runs
/// empty. `M220` without a value changes nothing, does not wait, and is answered: every quarter of a second, for as long as that
/// shows something.
final class MarlinDraining {
    static final String ASK = "M220";
    private static final long EVERY = 250_000_000L;
    /// A move may take longer than that; then `M400` is the better question.
    private static final long PATIENCE = 5_000_000_000L;

    private int before;
    private long changed;
    private long asked;

    /// @param underway blocks in the planner, 0 when that is not told
    boolean isWorthwhile(int underway, long now) {
        if (underway != before) {
            before = underway;
            changed = now;
        }
        return underway > 0 && now - changed < PATIENCE;
    }

    boolean isDue(long now) {
        boolean due = now - asked >= EVERY;
        asked = due ? now : asked;
        return due;
    }
}
