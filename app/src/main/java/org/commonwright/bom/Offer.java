package org.commonwright.bom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import org.commonwright.error.Place;
import org.commonwright.model.Money;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// One price of one supplier for one part, from a quantity on.
///
/// @param place where it is said: a row of `offers.csv`, or the cell of a price in a bill of materials
/// @param part the `Part` or the MPN of a row in a bill of materials
/// @param minimum from how many units on this price holds
/// @param unit what minimum, price and pack count; null when they count what the bill of materials counts
/// @param unitPrice the price of one unit
/// @param pack sold only in multiples of this; null when any amount (whole pieces) is sold
/// @param leadTimeDays calendar days; null when not known
/// @param date when the price was asked; null when not known
public record Offer(Place place, String part, String supplier, String sku, BigDecimal minimum, @Nullable Unit unit,
        Money unitPrice, @Nullable BigDecimal pack, @Nullable Integer leadTimeDays, @Nullable LocalDate date,
        String link) {
    /// What an offer counts in that names no currency: no price of it is added up. ISO 4217 keeps this code for that.
    public static final String NO_CURRENCY = "XXX";

    private static final MathContext SHOWN = new MathContext(12);

    /// Its row, from 1.
    public int row() {
        return place.line();
    }

    /// The price of one unit for people: one that was divided out of the price of many has no end.
    public BigDecimal shownPrice() {
        return unitPrice.amount().round(SHOWN);
    }

    /// What is the same for two ways to write a supplier's name (`Digi-Key`, `digikey`).
    public static String supplierKey(String supplier) {
        return supplier.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /// Whether nobody knows its currency.
    public boolean isWithoutCurrency() {
        return unitPrice.currency().equals(NO_CURRENCY);
    }
}
