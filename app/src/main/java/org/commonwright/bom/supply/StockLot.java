package org.commonwright.bom.supply;

import java.time.LocalDate;
import org.commonwright.error.Place;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// One row of a `stock.csv`: so much of a part lies there.
///
/// @param place the row
/// @param part the `Part` or the MPN of a row in a bill of materials, or the name of a finished module
/// @param lot the lot's or batch's name; empty when not given
/// @param where the shelf or the workshop; empty when not given
/// @param expiry the last day on which it may be used; null when it keeps
public record StockLot(Place place, String part, Quantity quantity, String lot, String where,
        @Nullable LocalDate expiry) {}
