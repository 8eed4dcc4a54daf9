package org.commonwright.bom.read;

/// How many references one file may still expand to, so that a few short cells cannot fill the memory.
final class ReferenceBudget {
    /// More parts than any board has.
    static final int MOST = 500_000;

    private int left = MOST;

    /// The most that the next cell may expand to.
    int most() {
        return Math.min(left, References.MOST);
    }

    void spend(int references) {
        left = Math.max(0, left - references);
    }

    boolean isSpent() {
        return left == 0;
    }
}
