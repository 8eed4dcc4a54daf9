package org.commonwright.review.card;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What the parts of N designs weigh, as far as the design says.
///
/// @param grams of those parts whose mass is known; null when none is
/// @param unknown how many different parts have no mass
public record Mass(@Nullable BigDecimal grams, int unknown) {}
