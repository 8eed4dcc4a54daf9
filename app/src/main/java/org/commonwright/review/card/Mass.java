package org.commonwright.review.card;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the parts of N designs weigh, as far as the design says.
///
/// @param grams of those parts whose mass is known; null when none is
/// @param unknown how many different parts have no mass
/// @param without these parts, with how much of each: while both sides are without the same, their difference is exact
/// @param solid how many different parts are known by their meshes only, as if they were solid
public record Mass(@Nullable BigDecimal grams, int unknown, Set<String> without, int solid) {
    public Mass {
        without = Set.copyOf(without);
    }
}
