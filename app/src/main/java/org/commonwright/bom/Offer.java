package org.commonwright.bom;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.commonwright.model.Money;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// One price of one supplier for one part, from a quantity on.
///
/// @param row the row in `offers.csv`, from 1
/// @param part the `Part` or the MPN of a row in a bill of materials
/// @param minimum from how many units on this price holds
/// @param unit what minimum, price and pack count; null when they count what the bill of materials counts
/// @param unitPrice the price of one unit
/// @param pack sold only in multiples of this; null when any amount (whole pieces) is sold
/// @param leadTimeDays calendar days; null when not known
/// @param date when the price was asked; null when not known
public record Offer(int row, String part, String supplier, String sku, BigDecimal minimum, @Nullable Unit unit,
        Money unitPrice, @Nullable BigDecimal pack, @Nullable Integer leadTimeDays, @Nullable LocalDate date,
        String link) {}
