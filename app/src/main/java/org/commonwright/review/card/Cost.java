package org.commonwright.review.card;

import java.util.Set;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// What N of a design cost, as far as offers say.
///
/// @param sum null when there is no offer at all, or the parts could not be added up
/// @param missing how many parts the sum is without
/// @param without these parts, with how much of each: while both sides are without the same, their difference is exact
public record Cost(@Nullable Money sum, int missing, Set<String> without) {
    public static final Cost UNKNOWN = new Cost(null, 0, Set.of());

    public Cost {
        without = Set.copyOf(without);
    }
}
