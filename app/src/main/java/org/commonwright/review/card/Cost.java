package org.commonwright.review.card;

import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// What N of a design cost, as far as offers say.
///
/// @param sum null when there is no offer at all, or the parts could not be added up
/// @param missing how many parts the sum is without
public record Cost(@Nullable Money sum, int missing) {
    public static final Cost UNKNOWN = new Cost(null, 0);
}
