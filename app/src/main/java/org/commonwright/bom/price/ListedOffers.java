package org.commonwright.bom.price;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Bom.ColumnAt;
import org.commonwright.bom.Bom.OffersSaid;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.price.PriceHeader.Role;
import org.commonwright.error.Problem;

/// What the columns of a bill of materials say that its parts are sold for. Found when it is asked for: reading a list takes no
/// longer for it, and a list without prices holds nothing more. See `docs/formats/bom.md`, "Prices in the list itself".
public final class ListedOffers {
    /// A list without prices.
    public static final ListedOffers NONE = new ListedOffers(Map.of(), List.of(), List.of());

    private static final int MOST_FIELDS = 200;

    private final Map<BomLine, List<Offer>> byLine;
    private final List<List<ColumnAt>> columns;
    private final List<Problem> problems;

    private ListedOffers(Map<BomLine, List<Offer>> byLine, List<List<ColumnAt>> columns, List<Problem> problems) {
        this.byLine = byLine;
        this.columns = List.copyOf(columns);
        this.problems = List.copyOf(problems);
    }

    public static ListedOffers of(Bom bom) {
        return of(bom, "");
    }

    /// @param currency the currency, ISO 4217, of prices for which neither the list nor a person names one; empty for none
    public static ListedOffers of(Bom bom, String currency) {
        if (bom.tables().isEmpty()) {
            return ofFields(bom, currency);
        }
        List<List<PriceColumn>> found = bom.tables().stream().map(ListedOffers::columns).toList();
        if (found.stream().allMatch(List::isEmpty)) {
            return NONE;
        }
        Map<BomLine, List<Offer>> byLine = new IdentityHashMap<>();
        List<List<ColumnAt>> meanings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        var parts = new TableParts(bom);
        for (int t = 0; t < found.size(); t++) {
            if (found.get(t).isEmpty()) {
                meanings.add(List.of());
            } else {
                var prices = new TablePrices(bom.file(), bom.tables().get(t), found.get(t), parts.lines(t),
                        parts.skipped(t), currency, false);
                prices.read(byLine::put);
                meanings.add(prices.meanings());
                problems.addAll(prices.problems());
            }
        }
        return new ListedOffers(byLine, meanings, problems);
    }

    /// Whether a list may say prices, by its headers alone.
    public static boolean mayHave(Bom bom) {
        return bom.tables().isEmpty()
                ? bom.lines().stream().anyMatch(line -> !line.attributes().isEmpty())
                : bom.tables().stream().anyMatch(table -> !columns(table).isEmpty());
    }

    /// Lists without columns, such as netlists, have fields of the same names.
    private static ListedOffers ofFields(Bom bom, String currency) {
        Set<String> names = new LinkedHashSet<>();
        for (BomLine line : bom.lines()) {
            if (!line.attributes().isEmpty() && names.size() < MOST_FIELDS) {
                names.addAll(line.attributes().keySet());
            }
        }
        List<String> headers = List.copyOf(names);
        Bom.Table fields = new Bom.Table("", 0, headers, List.of(), List.of(), List.of(), OffersSaid.NOTHING);
        List<PriceColumn> columns = columns(fields);
        if (columns.isEmpty()) {
            return NONE;
        }
        Map<BomLine, List<Offer>> byLine = new IdentityHashMap<>();
        var prices = new TablePrices(bom.file(), fields, columns, bom.lines(), bom.skipped(), currency,
                bom.container().equals("list"));
        prices.read(byLine::put);
        return new ListedOffers(byLine, List.of(), prices.problems());
    }

    /// Empty for a table without prices.
    private static List<PriceColumn> columns(Bom.Table table) {
        List<Integer> taken = Stream.concat(table.columns().stream(), table.more().stream()).map(ColumnAt::index)
                .toList();
        List<PriceColumn> columns = PriceColumn.of(table.headers(), table.attributeNames(), taken, table.said());
        boolean priced = columns.stream()
                .anyMatch(c -> c.is(Role.PRICE) || c.is(Role.NUMBER) && !c.header().shop().isEmpty());
        return priced ? columns : List.of();
    }

    public boolean isEmpty() {
        return byLine.isEmpty();
    }

    /// What one of the lines is sold for, as it says itself.
    public List<Offer> of(BomLine line) {
        return byLine.getOrDefault(line, List.of());
    }

    /// The lines that say a price, each with its offers.
    public Map<BomLine, List<Offer>> byLine() {
        return byLine;
    }

    /// The columns that were taken for prices and sellers, for each table of the list.
    public List<ColumnAt> columns(int table) {
        return table < columns.size() ? columns.get(table) : List.of();
    }

    /// What could not be read, and what was taken for granted, each with its place.
    public List<Problem> problems() {
        return problems;
    }
}
