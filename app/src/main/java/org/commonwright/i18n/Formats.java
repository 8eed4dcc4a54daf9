package org.commonwright.i18n;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;

/// Numbers, units, money, times as the reader writes them.
public final class Formats {
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final Locale locale;

    public Formats(Locale locale) {
        this.locale = locale;
    }

    /// Rounded to cents, with the currency's sign where the locale has one; with its three letters where Java does not know it.
    public String money(Money money) {
        if (!KNOWN.contains(money.currency())) {
            return number(money.rounded().amount()) + "\u00a0" + money.currency();
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.currency()));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(money.amount());
    }

    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    /// With exactly `digits` decimals.
    public String number(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    public String quantity(Quantity quantity) {
        return number(quantity.number()) + "\u00a0" + quantity.unit().symbol();
    }

    /// A share between 0 and 1 as per cent with one decimal.
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /// Such as `1 h 05 min`, `12 min 03 s` or `4 s`.
    public String duration(Duration duration) {
        long s = Math.max(0, duration.toSeconds());
        if (s >= 3600) {
            return String.format(locale, "%d\u00a0h\u00a0%02d\u00a0min", s / 3600, s / 60 % 60);
        }
        return s >= 60
                ? String.format(locale, "%d\u00a0min\u00a0%02d\u00a0s", s / 60, s % 60)
                : String.format(locale, "%d\u00a0s", s);
    }

    public String dateTime(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /// Bytes as kB, MB or GB (powers of 1000); in French as ko, Mo or Go.
    public String bytes(long bytes) {
        String unitName = locale.getLanguage().equals("fr") ? "o" : "B";
        if (bytes < 1000) {
            return bytes + "\u00a0" + unitName;
        }
        double value = bytes;
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 1000 && unit < 2);
        return number(value, 1) + "\u00a0" + "kMG".charAt(unit) + unitName;
    }
}
