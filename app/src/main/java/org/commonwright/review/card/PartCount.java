package org.commonwright.review.card;

import java.math.BigDecimal;

/// How much there is to get and to put together.
///
/// @param distinct different parts
/// @param pieces of those that are counted; lengths, masses and volumes are no pieces
public record PartCount(int distinct, BigDecimal pieces) {}
