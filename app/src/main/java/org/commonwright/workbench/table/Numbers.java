package org.commonwright.workbench.table;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Locale;

/// Numbers of any kind, compared by value, and written so that a spreadsheet of the reader's locale takes them as numbers.
final class Numbers {
    private static final int MOST_DECIMALS = 15;

    static final Comparator<Number> ORDER = (a, b) -> a instanceof BigDecimal x && b instanceof BigDecimal y
            ? x.compareTo(y)
            : a instanceof Long m && b instanceof Long n
                    ? m.compareTo(n)
                    : Double.compare(a.doubleValue(), b.doubleValue());

    private Numbers() {}

    static String plain(Number number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number);
    }
}
