package org.commonwright.bom.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.price.MoneyReading.Amount;

/// What a list says itself that it costs as a whole: in a row of sums, beside its header, in a text around it.
///
/// @param amounts what may be its sum, from the rows that name one
record ListTotals(List<Amount> amounts) {
    private static final int MOST = 40;
    private static final Pattern NAMED = Pattern
            .compile(
                    "(?i)(?:\\b|sub|_)total|\\bsumm?e?\\b|\\bgesamt|\\bsomme\\b|\\b(?:cost|price|prix|preis)\\b.{0,20}[:=]");
    private static final Pattern CELLS = Pattern.compile("\"([^\"]{0,160})\"|[^,]+");
    private static final Pattern OTHER_CELLS = Pattern.compile("\"([^\"]{0,160})\"|[^;\\t|]+");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:[$€£]|\\b(?:USD|EUR|GBP|CHF|CAD|AUD)) ?\\d[\\d.,' ]{0,14}|\\d[\\d.,']{0,14} ?(?:[$€£]|(?:USD|EUR|GBP|CHF|CAD|AUD)\\b)");
    private static final BigDecimal NEAR = new BigDecimal("0.005");
    private static final BigDecimal ABOUT = new BigDecimal("0.1");
    private static final BigDecimal FAR = new BigDecimal("0.25");
    private static final BigDecimal SAME_THINGS = BigDecimal.ONE;
    private static final BigDecimal CENTS = new BigDecimal("0.02");

    /// @param headers the table's header, which may hold a sum
    /// @param skipped the rows of the table that are no lines
    static ListTotals of(List<String> headers, List<SkippedRow> skipped, MoneyText money) {
        List<Amount> amounts = new ArrayList<>();
        headers.stream().flatMap(header -> cells(header, money)).forEach(amounts::add);
        for (SkippedRow row : skipped) {
            if (amounts.size() >= MOST) {
                break;
            }
            if (row.reason().key().equals("bom.skipped-summary") || NAMED.matcher(row.text()).find()) {
                String text = row.text();
                Pattern cells = text.indexOf(';') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('|') >= 0
                        ? OTHER_CELLS
                        : CELLS;
                cells.matcher(text).results()
                        .map(cell -> cell.group(1) == null ? cell.group() : cell.group(1))
                        .flatMap(cell -> cells(cell, money)).forEach(amounts::add);
                WRITTEN.matcher(text).results().map(found -> money.read(found.group())).forEach(reading -> {
                    if (reading instanceof Amount amount && amount.number().signum() > 0) {
                        amounts.add(amount);
                    }
                });
            }
        }
        return new ListTotals(amounts);
    }

    private static Stream<Amount> cells(String cell, MoneyText money) {
        Matcher digit = Pattern.compile("\\d").matcher(cell);
        return digit.find() && money.read(cell) instanceof Amount amount && amount.number().signum() > 0
                ? Stream.of(amount)
                : Stream.empty();
    }

    /// Whether one of them is this sum, but for what rounding may do.
    boolean has(BigDecimal sum) {
        BigDecimal off = sum.abs().multiply(NEAR).max(CENTS);
        return amounts.stream().anyMatch(a -> a.number().subtract(sum).abs().compareTo(off) <= 0);
    }

    /// Which of two sums the list means, though people forget rows in their sums.
    ///
    /// @return 1 or 2; 0 when that cannot be told
    int nearer(BigDecimal first, BigDecimal second) {
        if (has(first) || has(second)) {
            return has(first) ? 1 : 2;
        }
        boolean one = isAbout(first);
        boolean two = isAbout(second);
        return one == two || isFar(first) == isFar(second) ? 0 : one ? 1 : 2;
    }

    private boolean isAbout(BigDecimal sum) {
        return amounts.stream().anyMatch(a -> off(a, sum).compareTo(ABOUT) <= 0);
    }

    private boolean isFar(BigDecimal sum) {
        return amounts.stream().allMatch(a -> off(a, sum).compareTo(FAR) > 0);
    }

    /// The one that is nearest to a sum, if it can be meant as one of the same things: neither twice as much nor half.
    Optional<BigDecimal> nearest(BigDecimal sum) {
        BigDecimal twice = sum.add(sum);
        return amounts.stream().filter(a -> off(a, sum).compareTo(SAME_THINGS) <= 0 && a.number().compareTo(twice) <= 0)
                .min(Comparator.comparing(a -> off(a, sum))).map(Amount::number);
    }

    /// How far an amount is from a sum, as a share of the amount.
    private static BigDecimal off(Amount amount, BigDecimal sum) {
        return sum.subtract(amount.number()).abs().divide(amount.number(), MathContext.DECIMAL32);
    }
}
