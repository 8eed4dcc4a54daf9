package org.commonwright.bom.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.price.MoneyReading.Amount;
import org.commonwright.bom.price.PriceHeader.Scale;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Tells the price for one from the price for the line: by the headers, else by the numbers of the rows (quantity × a = b), else by
/// the sum that the list names.
final class PriceScale {
    private static final BigDecimal NEAR = new BigDecimal("0.01");
    private static final BigDecimal CENT = new BigDecimal("0.011");
    private static final int LOOK = 2000;
    private static final String AS_LINE = "bom.price-taken-as-line";

    private final List<BomLine> lines;
    private final BiFunction<PriceColumn, BomLine, @Nullable Amount> amounts;
    private final ListTotals totals;
    private final boolean prose;

    /// What was found.
    ///
    /// @param one columns with the price for one, the surest first
    /// @param line columns with the price for the line
    /// @param guessed the text that says what was assumed, because nothing tells; empty where something does
    record Found(List<PriceColumn> one, List<PriceColumn> line, String guessed) {}

    /// @param amounts the price that a line says in a column; null for none
    /// @param prose whether the list is written as sentences are: what an item of `12 inserts – $3.50` costs is what it names
    PriceScale(List<BomLine> lines, BiFunction<PriceColumn, BomLine, @Nullable Amount> amounts, ListTotals totals,
            boolean prose) {
        this.lines = lines;
        this.amounts = amounts;
        this.totals = totals;
        this.prose = prose;
    }

    Found of(List<PriceColumn> all) {
        List<PriceColumn> prices = all.stream().allMatch(p -> p.header().extras() && !p.said())
                ? all
                : all.stream().filter(p -> !p.header().extras() || p.said()).toList();
        boolean breaks = prices.stream().anyMatch(p -> p.header().from() > 0);
        List<PriceColumn> one = prices.stream().filter(p -> p.header().scale() == Scale.ONE
                || p.header().scale() == Scale.UNSAID && (p.header().from() > 0 || breaks && isFirst(p))).toList();
        List<PriceColumn> line = prices.stream().filter(p -> p.header().scale() == Scale.LINE).toList();
        List<PriceColumn> open = prices.stream().filter(p -> p.header().scale() == Scale.UNSAID && !one.contains(p))
                .toList();
        if (!one.isEmpty() && line.isEmpty()) {
            List<PriceColumn> more = open.stream()
                    .filter(b -> prose || times(one.getFirst(), b) > same(one.getFirst(), b)).toList();
            return new Found(one, more, prose && !more.isEmpty() ? AS_LINE : "");
        }
        if (!one.isEmpty() || open.isEmpty()) {
            return new Found(one, line, "");
        }
        if (!line.isEmpty()) {
            PriceColumn a = open.getFirst();
            PriceColumn b = line.getFirst();
            return same(a, b) > times(a, b)
                    ? new Found(List.of(), line, "")
                    : new Found(List.of(a), line, "");
        }
        for (PriceColumn a : open) {
            for (PriceColumn b : open) {
                if (a != b && times(a, b) > same(a, b)) {
                    return new Found(List.of(a), List.of(b), "");
                }
            }
        }
        return alone(open.getFirst());
    }

    private Found alone(PriceColumn column) {
        BigDecimal once = BigDecimal.ZERO;
        BigDecimal times = BigDecimal.ZERO;
        for (BomLine line : lines) {
            Amount amount = amounts.apply(column, line);
            BigDecimal quantity = quantity(line);
            if (amount != null && quantity != null && line.fitted()) {
                boolean each = amount.each() || amount.saysMany();
                BigDecimal product = amount.number().multiply(quantity);
                once = once.add(each ? product : amount.number());
                times = times.add(product);
            }
        }
        if (once.compareTo(times) == 0) {
            return new Found(List.of(column), List.of(), "");
        }
        return switch (totals.nearer(times, once)) {
            case 1 -> new Found(List.of(column), List.of(), "");
            case 2 -> new Found(List.of(), List.of(column), "");
            default -> prose
                    ? new Found(List.of(), List.of(column), AS_LINE)
                    : new Found(List.of(column), List.of(), "bom.price-taken-as-one");
        };
    }

    /// Whether it is the price from one piece on, beside prices from more on.
    private static boolean isFirst(PriceColumn column) {
        return PriceHeader.words(column.written()).contains("1");
    }

    /// In how many rows, of those that ask for another number than one, the one is the other times the quantity.
    private int times(PriceColumn one, PriceColumn line) {
        return count(one, line, true);
    }

    private int same(PriceColumn a, PriceColumn b) {
        return count(a, b, false);
    }

    private int count(PriceColumn a, PriceColumn b, boolean multiplied) {
        int count = 0;
        for (int i = 0; i < Math.min(LOOK, lines.size()); i++) {
            BomLine row = lines.get(i);
            BigDecimal quantity = quantity(row);
            if (quantity == null || quantity.compareTo(BigDecimal.ONE) == 0) {
                continue;
            }
            Amount first = amounts.apply(a, row);
            Amount second = amounts.apply(b, row);
            if (first != null && second != null && second.number().signum() > 0) {
                count += isNear(multiplied ? first.number().multiply(quantity) : first.number(), second.number())
                        ? 1
                        : 0;
            }
        }
        return count;
    }

    /// Whether two prices differ by no more than rounding.
    static boolean isNear(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(b.abs().multiply(NEAR).max(CENT)) <= 0;
    }

    /// How much a line asks for; null for what is not known and for nothing.
    static @Nullable BigDecimal quantity(BomLine line) {
        Quantity quantity = line.quantity();
        return quantity == null || quantity.number().signum() == 0 ? null : quantity.number();
    }
}
