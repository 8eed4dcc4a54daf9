package org.commonwright.bom.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Unit;

/// A row for an `offers.csv`, as a person writes it. What is not said is empty.
///
/// @param part the `Part` or the number of a row of a bill of materials
/// @param minimum from how many on the price holds
/// @param unit what minimum, price and pack count
/// @param price of one unit
/// @param currency ISO 4217, in any capitals
/// @param leadTime days
/// @param date `2026-03-01`
/// @param link `https://…`
public record NewOffer(String part, String supplier, String sku, String minimum, String unit, String price,
        String currency, String pack, String leadTime, String date, String link) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,30})?");
    /// `14,50`, but not `1,000`, which may be a thousand.
    private static final Pattern COMMA = Pattern.compile("^(\\d{1,12}),(\\d{1,2}|\\d{4,30})$");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]{1,2000}", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 1000;

    public NewOffer {
        part = part.strip();
        supplier = supplier.strip();
        sku = sku.strip();
        minimum = number(minimum);
        unit = unit.strip();
        price = number(price);
        currency = currency.strip().toUpperCase(Locale.ROOT);
        pack = number(pack);
        leadTime = leadTime.strip();
        date = date.strip();
        link = link.strip();
    }

    /// A row of which only the part is known, to be completed.
    public static NewOffer of(String part) {
        return new NewOffer(part, "", "", "", "", "", "", "", "", "", "");
    }

    /// The same offer at another price from a quantity on.
    public NewOffer at(String from, String priceThen) {
        return new NewOffer(part, supplier, sku, from, unit, priceThen, currency, pack, leadTime, date, link);
    }

    /// Whether it says a price; otherwise it is a row to complete.
    public boolean isPriced() {
        return !price.isEmpty();
    }

    /// What keeps it from being an offer; empty when nothing does.
    public Optional<Messages.Key> wrong() {
        if (!isPriced()) {
            return Optional.of(Messages.Key.of("bom.offer-no-price"));
        }
        if (!NUMBER.matcher(price).matches()) {
            return Optional.of(Messages.Key.of("bom.offer-price", price));
        }
        if (Currency.getAvailableCurrencies().stream().noneMatch(c -> c.getCurrencyCode().equals(currency))) {
            return Optional.of(Messages.Key.of("bom.offer-currency", currency));
        }
        return unreadable();
    }

    /// What is written and could not be read again, a missing price aside.
    Optional<Messages.Key> unreadable() {
        List<String> all = List.of(part, supplier, sku, minimum, unit, price, currency, pack, leadTime, date, link);
        if (part.isEmpty()) {
            return Optional.of(Messages.Key.of("bom.offer-no-part"));
        }
        if (all.stream().anyMatch(text -> text.chars().anyMatch(Character::isISOControl)) || part.startsWith("#")) {
            return Optional.of(Messages.Key.of("bom.offer-signs"));
        }
        if (all.stream().anyMatch(text -> text.length() > (text == link ? 2 * LONGEST : LONGEST))) {
            return Optional.of(Messages.Key.of("bom.offer-long", LONGEST));
        }
        if (!minimum.isEmpty() && !isPositive(minimum)) {
            return Optional.of(Messages.Key.of("bom.offer-minimum", minimum));
        }
        if (!pack.isEmpty() && !isPositive(pack)) {
            return Optional.of(Messages.Key.of("bom.offer-pack", pack));
        }
        if (Unit.parse(unit).isEmpty()) {
            return Optional.of(Messages.Key.of("bom.offer-unit", unit));
        }
        if (!leadTime.matches("\\d{0,5}")) {
            return Optional.of(Messages.Key.of("bom.offer-lead-time", leadTime));
        }
        if (!date.isEmpty() && !isDate(date)) {
            return Optional.of(Messages.Key.of("bom.offer-date", date));
        }
        return link.isEmpty() || LINK.matcher(link).matches()
                ? Optional.empty()
                : Optional.of(Messages.Key.of("bom.offer-link", link));
    }

    /// Its cells, by what their columns mean.
    Map<OfferColumn, String> cells() {
        Map<OfferColumn, String> cells = new EnumMap<>(OfferColumn.class);
        cells.put(OfferColumn.PART, part);
        cells.put(OfferColumn.SUPPLIER, supplier);
        cells.put(OfferColumn.SKU, sku);
        cells.put(OfferColumn.MINIMUM, minimum);
        cells.put(OfferColumn.UNIT, unit);
        cells.put(OfferColumn.PRICE, price);
        cells.put(OfferColumn.CURRENCY, currency);
        cells.put(OfferColumn.PACK, pack);
        cells.put(OfferColumn.LEAD_TIME, leadTime);
        cells.put(OfferColumn.DATE, date);
        cells.put(OfferColumn.LINK, link);
        cells.values().removeIf(String::isEmpty);
        return cells;
    }

    private static boolean isPositive(String number) {
        return NUMBER.matcher(number).matches() && new BigDecimal(number).signum() > 0;
    }

    private static boolean isDate(String text) {
        try {
            return text.equals(LocalDate.parse(text).toString());
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static String number(String written) {
        return COMMA.matcher(written.strip()).replaceFirst("$1.$2");
    }
}
