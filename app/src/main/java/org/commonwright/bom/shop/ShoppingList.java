package org.commonwright.bom.shop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.bom.Offer;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.commonwright.bom.rollup.Missing;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Taken;
import org.commonwright.error.Place;
import org.commonwright.files.AtomicFiles;
import org.commonwright.model.Money;

/// What remains to buy for a roll-up, what is taken from which lot, and what nobody offers.
///
/// @param baskets by the supplier's name
/// @param unoffered the parts that have to be bought and that no offer covers, once each
public record ShoppingList(List<Basket> baskets, List<RollupLine> fromStock, List<RollupLine> unoffered,
        RollupResult result) {
    public ShoppingList {
        baskets = List.copyOf(baskets);
        fromStock = List.copyOf(fromStock);
        unoffered = List.copyOf(unoffered);
    }

    public static ShoppingList of(RollupResult result) {
        Map<String, Map<Offer, BasketLine>> bySupplier = new TreeMap<>();
        for (RollupLine line : result.lines()) {
            for (Purchase purchase : line.supply().purchases()) {
                Map<Offer, BasketLine> lines = bySupplier.computeIfAbsent(purchase.offer().supplier(),
                        _ -> new LinkedHashMap<>());
                lines.merge(purchase.offer(), new BasketLine(line, purchase, purchase.ordered(), purchase.cost()),
                        ShoppingList::together);
            }
        }
        List<Basket> baskets = new ArrayList<>();
        bySupplier.forEach((supplier, lines) -> {
            Money cost = lines.values().stream().map(BasketLine::cost).reduce(Money::plus).orElseThrow();
            baskets.add(new Basket(supplier, BasketFormat.of(supplier), List.copyOf(lines.values()), cost));
        });
        return new ShoppingList(baskets,
                result.lines().stream().filter(l -> !l.supply().taken().isEmpty()).toList(),
                result.lines().stream().filter(l -> l.supply().toBuy().number().signum() > 0
                        && l.supply().purchases().isEmpty()).toList(),
                result);
    }

    private static BasketLine together(BasketLine a, BasketLine b) {
        return new BasketLine(a.line(), a.purchase(), a.quantity().plus(b.quantity()), a.cost().plus(b.cost()));
    }

    /// Rows whose quantity nobody knows, so that nothing could be put on the list for them.
    public List<Missing> unknown() {
        Set<Place> listed = new HashSet<>();
        unoffered.forEach(l -> l.sources().forEach(s -> listed.add(s.place())));
        return result.missing().stream().filter(m -> !listed.contains(m.place())).toList();
    }

    /// Writes one file for each supplier, `from-stock.csv` (what to fetch from which lot) and `not-offered.csv`, the last two
    /// only where there is something to say.
    ///
    /// @return the files
    /// @throws org.commonwright.error.Fault what [AtomicFiles#replace] throws
    public List<Path> write(Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!fromStock.isEmpty()) {
            texts.put("from-stock", SpreadsheetCsv.write(stockRows()));
        }
        if (!unoffered.isEmpty()) {
            texts.put("not-offered", SpreadsheetCsv.write(unofferedRows()));
        }
        for (Basket basket : baskets) {
            texts.put(free(name(basket.supplier()), texts.keySet()), basket.csv());
        }
        List<Path> written = new ArrayList<>();
        texts.forEach((name, text) -> {
            Path file = folder.resolve(name + ".csv");
            AtomicFiles.replace(file, text);
            written.add(file);
        });
        return written;
    }

    /// The supplier's name as a file may be called anywhere.
    private static String name(String supplier) {
        String plain = supplier.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String shorter = plain.substring(0, Math.min(60, plain.length()));
        return shorter.isEmpty() ? "supplier" : shorter;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; taken.contains(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }

    private List<List<String>> stockRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Part", "Quantity", "Unit", "Taken From", "Lot", "Place", "Expiry"));
        for (RollupLine line : fromStock) {
            for (Taken taken : line.supply().taken()) {
                var lot = taken.lot();
                rows.add(List.of(line.part(), taken.amount().number().stripTrailingZeros().toPlainString(),
                        taken.amount().unit().symbol(), lot.part(), lot.lot(), lot.where(),
                        lot.expiry() == null ? "" : lot.expiry().toString()));
            }
        }
        return rows;
    }

    private List<List<String>> unofferedRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Part", "Kind", "Quantity", "Unit", "Manufacturer", "MPN", "Description"));
        for (RollupLine line : unoffered) {
            var toBuy = line.supply().toBuy();
            rows.add(List.of(line.part(), line.kind().word(), toBuy.number().stripTrailingZeros().toPlainString(),
                    toBuy.unit().symbol(), line.first().manufacturer(), line.first().mpn(),
                    line.first().description()));
        }
        return rows;
    }
}
