package org.commonwright.review.card;

import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// A part that costs otherwise after a change, or is bought elsewhere.
///
/// @param change of what all pieces of it cost together; of a new part what it costs, of a removed one the same below zero
/// @param before who sells it before; empty when nobody is named, null when it is new or not bought
/// @param after who sells it afterwards; likewise
public record PartCost(String part, Money change, @Nullable String before, @Nullable String after) {
    /// Whether it is bought on both sides and from another one.
    public boolean resourced() {
        return before != null && after != null && !before.equals(after);
    }
}
