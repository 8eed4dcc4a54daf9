package org.commonwright.bom.price;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Bom.ColumnAt;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.Offer;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.price.MoneyReading.Amount;
import org.commonwright.bom.price.PriceHeader.Role;
import org.commonwright.bom.price.PriceHeader.Scale;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// The prices of one table.
final class TablePrices {
    private static final int LOOK = 1000;
    private static final MoneyText PLAIN = new MoneyText(NumberStyle.POINT);
    private static final Pattern LIKE_MONEY = Pattern.compile("\\d{1,6}[.,]\\d{1,4}|.*[$€£].*");

    private final String file;
    private final Bom.Table table;
    private final List<BomLine> lines;
    private final List<SkippedRow> skipped;
    private final String design;
    private final boolean prose;
    private final PriceProblems problems;
    private final List<PriceColumn> columns;
    private final Map<PriceColumn, MoneyText> readers = new IdentityHashMap<>();
    private final List<ColumnAt> meanings = new ArrayList<>();
    /// The signs in headers of prices, also of columns that are empty.
    private final Set<CurrencySign> named = new HashSet<>();

    /// @param columns those of the table that may say something about prices
    /// @param skipped its rows that are no lines
    /// @param design the currency that the design names; empty for none
    /// @param prose whether it is no table but a list of items
    TablePrices(String file, Bom.Table table, List<PriceColumn> columns, List<BomLine> lines,
            List<SkippedRow> skipped, String design, boolean prose) {
        this.file = file;
        this.table = table;
        this.lines = lines;
        this.skipped = skipped;
        this.design = design;
        this.prose = prose;
        this.problems = new PriceProblems(new Place(file, table.row(), 0, table.sheet()));
        columns.stream().filter(c -> c.is(Role.PRICE)).map(c -> c.header().currency()).filter(Objects::nonNull)
                .forEach(named::add);
        this.columns = byCells(columns);
    }

    /// What the columns were taken for; known once the prices are read.
    List<ColumnAt> meanings() {
        return meanings;
    }

    List<Problem> problems() {
        return problems.all();
    }

    /// @param offers hears each line that says a price, with its offers
    void read(BiConsumer<BomLine, List<Offer>> offers) {
        List<PriceGroup> groups = PriceGroup.of(columns);
        if (groups.isEmpty()) {
            return;
        }
        ListTotals totals = ListTotals.of(table.headers(), skipped, PLAIN);
        var scale = new PriceScale(lines, this::amount, totals, prose);
        var currency = new PriceCurrency(table.said().currency(), signs(groups, totals), design);
        List<PriceColumn> numbers = columns.stream().filter(c -> c.is(Role.NUMBER)
                && !c.header().shop().isEmpty() && groups.stream().noneMatch(g -> g.columns().contains(c))).toList();
        List<LineOffers> readers = new ArrayList<>();
        for (PriceGroup group : groups) {
            PriceScale.Found found = scale.of(group.prices());
            if (!found.guessed().isEmpty()) {
                problems.note(found.guessed(),
                        (found.line().isEmpty() ? found.one() : found.line()).getFirst().written());
            }
            mean(group, found);
            readers.add(new LineOffers(group, found, numbers, currency, this::reading, this::place, problems));
        }
        var sums = new PriceSums(totals);
        for (BomLine line : lines) {
            if (!line.attributes().isEmpty()) {
                List<Offer> found = new ArrayList<>(1);
                readers.forEach(reader -> reader.read(line, found));
                if (!found.isEmpty()) {
                    offers.accept(line, List.copyOf(found));
                    sums.add(line, found.getFirst(), readers.getFirst().written());
                }
            }
        }
        problems.currency(currency);
        if (groups.size() == 1) {
            sums.tell(problems);
        }
    }

    /// What the headers leave open, their cells decide: a column of currencies, a price in the column of a shop.
    private List<PriceColumn> byCells(List<PriceColumn> all) {
        boolean priced = all.stream().anyMatch(c -> c.is(Role.PRICE) && c.header().scale() != Scale.MAYBE_ONE);
        List<PriceColumn> sure = new ArrayList<>();
        for (PriceColumn column : all) {
            boolean shopColumn = column.is(Role.NUMBER) && !column.header().shop().isEmpty();
            if (column.said() || !column.is(Role.PRICE) && !shopColumn) {
                sure.add(column);
                continue;
            }
            List<String> cells = lines.stream().map(column::cell).filter(cell -> !cell.isEmpty()).limit(LOOK).toList();
            if (shopColumn) {
                sure.add(mostly(cells, cell -> LIKE_MONEY.matcher(cell).matches() && isAmount(cell))
                        ? column.as(column.header().as(Role.PRICE))
                        : column);
            } else if (mostly(cells, cell -> Currencies.all(cell).isPresent())) {
                sure.add(column.as(column.header().as(Role.CURRENCY)));
            } else {
                price(column, cells, priced, sure);
            }
        }
        return sure;
    }

    private void price(PriceColumn column, List<String> cells, boolean priced, List<PriceColumn> sure) {
        boolean unit = column.header().scale() == Scale.MAYBE_ONE;
        List<String> said = cells.stream()
                .filter(cell -> !(PLAIN.read(cell) instanceof MoneyReading.Nothing))
                .toList();
        if (mostly(said, TablePrices::isAmount)) {
            if (!unit || priced) {
                sure.add(unit ? column.as(column.header().as(Scale.ONE)) : column);
            }
        } else if (!said.isEmpty() && !unit) {
            problems.note("bom.price-column-unread", column.written());
        }
    }

    private static boolean isAmount(String cell) {
        return PLAIN.read(cell) instanceof Amount;
    }

    private static boolean mostly(List<String> cells, Predicate<String> fits) {
        return !cells.isEmpty() && cells.stream().filter(fits).count() * 2 >= cells.size();
    }

    private @Nullable Amount amount(PriceColumn column, BomLine line) {
        return reading(column, line) instanceof Amount amount ? amount : null;
    }

    private MoneyReading reading(PriceColumn column, BomLine line) {
        return readers.computeIfAbsent(column, c -> MoneyText.of(lines.stream().map(c::cell)))
                .read(column.cell(line));
    }

    private Place place(PriceColumn column, BomLine line) {
        return new Place(file, line.row(), column.index() < 0 || table.row() == 0 ? 0 : column.index() + 1,
                line.sheet());
    }

    /// The signs that the prices, their headers and the sums of the list show.
    private Set<CurrencySign> signs(List<PriceGroup> groups, ListTotals totals) {
        Set<CurrencySign> signs = new HashSet<>(named);
        for (PriceGroup group : groups) {
            for (PriceColumn column : group.prices()) {
                for (BomLine line : lines) {
                    Amount amount = line.attributes().isEmpty() ? null : amount(column, line);
                    if (amount != null && amount.currency() != null) {
                        signs.add(amount.currency());
                    }
                }
            }
        }
        for (Amount total : totals.amounts()) {
            if (total.currency() != null) {
                signs.add(total.currency());
            }
        }
        return signs;
    }

    private void mean(PriceGroup group, PriceScale.Found found) {
        for (PriceColumn column : group.columns()) {
            Column meaning = switch (column.header().role()) {
                case PRICE -> found.one().contains(column)
                        ? Column.UNIT_PRICE
                        : found.line().contains(column) ? Column.LINE_PRICE : null;
                case SUPPLIER -> Column.SUPPLIER;
                case NUMBER -> Column.SUPPLIER_NUMBER;
                case LINK -> Column.LINK;
                case CURRENCY -> Column.CURRENCY;
                case PACK -> Column.PACK;
                case MINIMUM -> Column.MINIMUM;
                case NONE -> null;
            };
            if (meaning != null) {
                meanings.add(new ColumnAt(meaning, column.index()));
            }
        }
    }
}
