package org.commonwright.machine.history;

import org.jspecify.annotations.Nullable;

/// What some runs took together, over those of which it is known.
///
/// @param sum over them
/// @param runs how many of them there are
/// @param pieces how many of them made a piece that is not waste
public record Amount(double sum, int runs, int pieces) {
    static final Amount NONE = new Amount(0, 0, 0);

    static Amount of(double value, boolean waste) {
        return new Amount(value, 1, waste ? 0 : 1);
    }

    Amount plus(Amount other) {
        return new Amount(sum + other.sum, runs + other.runs, pieces + other.pieces);
    }

    /// @return null when it is known of no run
    public @Nullable Double total() {
        return runs == 0 ? null : sum;
    }

    /// For each piece; what was wasted is part of it.
    ///
    /// @return null when nothing is known, or nothing was made
    public @Nullable Double each() {
        return pieces == 0 ? null : sum / pieces;
    }
}
