package org.commonwright.bom.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.price.MoneyReading.Amount;
import org.commonwright.bom.price.PriceHeader.Role;
import org.commonwright.error.Place;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Makes the offers of one group of columns, line by line.
final class LineOffers {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final int LONGEST = 120;
    private static final int LONGEST_LINK = 2000;
    /// What is written in a column of links in place of one, where a link's text was meant.
    private static final Pattern SELLER = Pattern
            .compile("(?i)(?!same|see|as above|idem|link|here|buy)\\p{L}[\\p{L}\\p{N} .&'-]{1,30}");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,6})(?:[.,]0+)?\\s*(?:pcs?|pieces?|stk|x|units?)?\\.?");

    private final PriceGroup group;
    private final PriceScale.Found found;
    private final List<PriceColumn> one;
    private final List<PriceColumn> numbers;
    private final PriceCurrency currency;
    private final BiFunction<PriceColumn, BomLine, MoneyReading> readings;
    private final BiFunction<PriceColumn, BomLine, Place> places;
    private final PriceProblems problems;
    private final boolean breaks;
    private @Nullable BigDecimal written;

    /// @param numbers columns of shops that have no price of their own
    /// @param readings what a line says in a column of prices
    LineOffers(PriceGroup group, PriceScale.Found found, List<PriceColumn> numbers, PriceCurrency currency,
            BiFunction<PriceColumn, BomLine, MoneyReading> readings, BiFunction<PriceColumn, BomLine, Place> places,
            PriceProblems problems) {
        this.group = group;
        this.found = found;
        this.numbers = numbers;
        this.currency = currency;
        this.readings = readings;
        this.places = places;
        this.problems = problems;
        this.breaks = found.one().stream().anyMatch(c -> c.header().from() > 0);
        this.one = breaks
                ? found.one().stream().sorted(Comparator.comparingInt(c -> c.header().from())).toList()
                : found.one();
        if (breaks && one.getFirst().header().from() > 1) {
            problems.from(one.getFirst().written());
        }
    }

    /// What the line that was read last says for its whole quantity; null where it does not.
    @Nullable
    BigDecimal written() {
        return written;
    }

    /// Adds what a line is offered for.
    void read(BomLine line, List<Offer> offers) {
        int before = offers.size();
        written = null;
        for (int i = 0; i < one.size() && (breaks || offers.size() == before); i++) {
            PriceColumn column = one.get(i);
            Amount amount = amount(column, line);
            if (amount != null) {
                int from = offers.size() == before ? 0 : column.header().from();
                offers.add(offer(column, line, amount, forOne(column, line, amount), from));
            }
        }
        for (int i = 0; i < found.line().size(); i++) {
            PriceColumn column = found.line().get(i);
            BigDecimal quantity = PriceScale.quantity(line);
            Amount amount = offers.size() > before && i > 0 ? null : amount(column, line);
            if (amount == null || quantity == null) {
                continue;
            }
            written = written == null && !amount.saysMany() && !amount.each() ? amount.number() : written;
            if (offers.size() > before) {
                compare(column, line, amount, offers.get(before).unitPrice().amount().multiply(quantity));
            } else {
                BigDecimal each = amount.each() || amount.saysMany()
                        ? forOne(column, line, amount)
                        : amount.number().divide(quantity, EXACT);
                offers.add(offer(column, line, amount, each, 0));
            }
        }
    }

    private void compare(PriceColumn column, BomLine line, Amount written, BigDecimal product) {
        if (!breaks && !PriceScale.isNear(product, written.number())) {
            problems.differs(places.apply(column, line));
        }
    }

    private @Nullable Amount amount(PriceColumn column, BomLine line) {
        String cell = column.cell(line);
        if (cell.isEmpty()) {
            return null;
        }
        return switch (readings.apply(column, line)) {
            case Amount amount -> {
                if (amount.about()) {
                    problems.about();
                }
                if (amount.ambiguous()) {
                    problems.ambiguous(places.apply(column, line), cell, amount.number().toPlainString(), line.part());
                }
                yield amount;
            }
            case MoneyReading.Nothing _ -> null;
            case MoneyReading.Unclear(String reason) -> {
                problems.unread(places.apply(column, line), cell, line.part(), reason);
                yield null;
            }
        };
    }

    private BigDecimal forOne(PriceColumn column, BomLine line, Amount amount) {
        BigDecimal pieces = amount.many().multiply(BigDecimal.valueOf(column.header().many()));
        if (isForPack(column)) {
            BigDecimal pack = count(group.cell(Role.PACK, line));
            pieces = pack.signum() > 0 ? pieces.multiply(pack) : pieces;
        }
        return pieces.compareTo(BigDecimal.ONE) == 0 ? amount.number() : amount.number().divide(pieces, EXACT);
    }

    private boolean isForPack(PriceColumn column) {
        return column.header().rest().contains("pack") && group.has(Role.PACK);
    }

    private Offer offer(PriceColumn column, BomLine line, Amount amount, BigDecimal each, int from) {
        BigDecimal pack = amount.saysMany() ? amount.many() : count(group.cell(Role.PACK, line));
        BigDecimal minimum = count(group.cell(Role.MINIMUM, line)).max(BigDecimal.valueOf(from));
        String link = link(line);
        String supplier = supplier(line, link);
        return new Offer(places.apply(column, line), line.mpn().isBlank() ? line.part() : line.mpn(), supplier,
                number(line, supplier), minimum, unit(line, amount),
                new Money(each, currency.of(signs(column, line, amount))),
                pack.compareTo(BigDecimal.ONE) > 0 ? pack : null, null, null, link);
    }

    private static @Nullable Unit unit(BomLine line, Amount amount) {
        Quantity quantity = line.quantity();
        return amount.unit() != null ? amount.unit() : quantity == null ? null : quantity.unit();
    }

    private List<CurrencySign> signs(PriceColumn column, BomLine line, Amount amount) {
        List<CurrencySign> signs = new ArrayList<>(2);
        if (amount.currency() != null) {
            signs.add(amount.currency());
        }
        if (column.header().currency() != null) {
            signs.add(column.header().currency());
        }
        if (group.has(Role.CURRENCY)) {
            Currencies.all(group.cell(Role.CURRENCY, line)).ifPresent(signs::add);
        }
        return signs;
    }

    /// Who sells it: as its column says, else the shop of the columns, else who is behind the link.
    private String supplier(BomLine line, String link) {
        String written = group.cell(Role.SUPPLIER, line);
        if (!written.isEmpty() && !isNothing(written)) {
            return Shops.isLink(written) ? Shops.ofLink(written) : text(written);
        }
        if (!group.shop().isEmpty()) {
            return group.shop();
        }
        if (!link.isEmpty()) {
            return Shops.ofLink(link);
        }
        String linked = group.cell(Role.LINK, line);
        if (!linked.isEmpty() && !isNothing(linked) && SELLER.matcher(linked).matches()) {
            return text(linked);
        }
        List<PriceColumn> filled = numbers.stream().filter(c -> !isNothing(c.cell(line))).toList();
        return filled.size() == 1 ? filled.getFirst().header().shop() : "";
    }

    /// The number of the part at this seller; the column of a shop counts for whom it names.
    private String number(BomLine line, String supplier) {
        String written = group.cell(Role.NUMBER, line);
        if (written.isEmpty() || isNothing(written)) {
            written = numbers.stream()
                    .filter(c -> Offer.supplierKey(c.header().shop()).equals(Offer.supplierKey(supplier)))
                    .map(c -> c.cell(line))
                    .filter(cell -> !isNothing(cell)).findFirst().orElse("");
        }
        return Shops.isLink(written) ? "" : text(written);
    }

    private String link(BomLine line) {
        for (Role role : List.of(Role.LINK, Role.SUPPLIER, Role.NUMBER)) {
            String written = group.cell(role, line);
            if (written.length() <= LONGEST_LINK && Shops.isLink(written)) {
                return written.lines().findFirst().orElse("").strip();
            }
        }
        return "";
    }

    private static boolean isNothing(String cell) {
        return cell.isEmpty() || cell.length() < 5
                && (cell.equals("-") || cell.equals("?") || cell.equalsIgnoreCase("n/a")
                        || cell.equalsIgnoreCase("na"));
    }

    private static String text(String cell) {
        String line = cell.replace('\n', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static BigDecimal count(String cell) {
        Matcher count = COUNT.matcher(cell);
        return count.matches() ? new BigDecimal(count.group(1)) : BigDecimal.ZERO;
    }
}
