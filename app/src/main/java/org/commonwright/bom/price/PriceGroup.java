package org.commonwright.bom.price;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.price.PriceHeader.Role;

/// Columns that belong together: a price with its seller, number, link and currency. `Supplier 2` goes with `Price 2`, `Mouser` with
/// `Mouser Price`.
final class PriceGroup {
    private final String shop;
    private final List<PriceColumn> prices = new ArrayList<>();
    private final Map<Role, PriceColumn> others = new LinkedHashMap<>();

    private PriceGroup(String shop) {
        this.shop = shop;
    }

    /// The groups of a table that have prices. What is there once counts for all numbered groups: the currency, the pack.
    static List<PriceGroup> of(List<PriceColumn> columns) {
        Map<String, PriceGroup> groups = new LinkedHashMap<>();
        for (PriceColumn column : columns) {
            PriceHeader header = column.header();
            PriceGroup group = groups.computeIfAbsent(header.shop() + " " + header.number(),
                    _ -> new PriceGroup(header.shop()));
            if (column.is(Role.PRICE)) {
                group.prices.add(column);
            } else {
                group.others.putIfAbsent(column.header().role(), column);
            }
        }
        List<PriceGroup> priced = groups.values().stream().filter(g -> !g.prices.isEmpty()).toList();
        for (PriceGroup group : priced) {
            columns.stream().filter(c -> c.is(Role.CURRENCY) && c.header().shop().isEmpty()).findFirst()
                    .ifPresent(c -> group.others.putIfAbsent(Role.CURRENCY, c));
        }
        return priced;
    }

    /// The shop that its headers name; empty for none.
    String shop() {
        return shop;
    }

    List<PriceColumn> prices() {
        return prices;
    }

    /// Every column of it.
    List<PriceColumn> columns() {
        List<PriceColumn> all = new ArrayList<>(prices);
        all.addAll(others.values());
        return all;
    }

    /// What a line says in one of its other columns; empty when there is none.
    String cell(Role role, BomLine line) {
        PriceColumn column = others.get(role);
        return column == null ? "" : column.cell(line);
    }

    boolean has(Role role) {
        return others.containsKey(role);
    }
}
