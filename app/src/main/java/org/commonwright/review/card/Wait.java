package org.commonwright.review.card;

/// How long it takes until everything is there, when all is ordered on one day.
///
/// @param days calendar days; a lower bound when `unknown` is above zero
/// @param unknown how many parts that have to be bought or made have no lead time
public record Wait(int days, int unknown) {
    /// Whether nothing at all is known.
    public boolean isUnknown() {
        return days == 0 && unknown > 0;
    }
}
