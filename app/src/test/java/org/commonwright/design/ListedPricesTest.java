package org.commonwright.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;

/// Prices in the lists of a design: what they cost, and what `offers.csv` says against them.
class ListedPricesTest {
    private static final String OFFERS = "Part,Supplier,SKU,Unit Price,Currency\n";

    private static RollupResult cost(int quantity, String... files) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            all.put(files[i], files[i + 1]);
        }
        ModuleTree tree = new ModuleTreeReader(new BomModuleLines(), _ -> Optional.empty())
                .read(new DesignSource("root", "root", null, MemoryTree.of(all), true));
        return Rollup.of(ModuleBom.of(tree.root()), quantity, null);
    }

    private static List<String> bought(RollupResult result) {
        return result.lines().stream().flatMap(line -> line.supply().purchases().stream()
                .map(p -> line.part() + ": " + p.ordered().number().toPlainString() + " × " + p.offer().shownPrice()
                        + " " + p.offer().supplier() + " " + p.offer().place()))
                .toList();
    }

    @Test
    void theListsOwnPricesAddUpToTheCent() {
        RollupResult result = cost(7, "bom.csv", "Part,Qty,Total\nnut,3,$10.00\nbolt,6,$1.00\n");
        assertEquals("77.00 USD", result.cost().rounded().toString());
        assertEquals(0, result.cost().amount().compareTo(new BigDecimal("77")));
        assertTrue(result.isComplete());
        assertEquals(List.of("nut: 21 × 3.33333333333  bom.csv:2:3", "bolt: 42 × 0.166666666667  bom.csv:3:3"),
                bought(result));
    }

    @Test
    void whatOffersCsvSaysOfTheSameSupplierCountsInstead() {
        String list = "Part,Qty,Supplier,Unit price\nnut,2,digikey,$1\nbolt,2,Acme,$1\nrod,2,,$1\n";
        RollupResult result = cost(1, "bom.csv", list, "offers.csv",
                OFFERS + "nut,Digi-Key,N,3,USD\nbolt,Coop,B,3,USD\nrod,Coop,R,3,USD\n");
        assertEquals(List.of("nut: 2 × 3 Digi-Key offers.csv:2", "bolt: 2 × 1 Acme bom.csv:3:4",
                "rod: 2 × 3 Coop offers.csv:4"), bought(result));
        RollupLine nut = result.find("nut").getFirst();
        assertEquals(1, result.explain(nut).ways().size());
    }

    @Test
    void aPriceBelongsToThePartOfItsLineAndToNoOtherOfThatName() {
        RollupResult result = cost(1, "bom.csv",
                "Part,Qty,Manufacturer,MPN,Unit price\ncap,1,M,A-1,$5\ncap,1,M,B-2,$1\ncap,1,,,$0.10\n");
        assertEquals("6.10 USD", result.cost().rounded().toString());
    }

    @Test
    void aPriceInAModuleCountsWhereverThePartIsUsed() {
        RollupResult result = cost(2, "bom.csv", "Part,Quantity,Module\nlift,2,lift\nnut,1,\n", "lift/bom.csv",
                "Part,Quantity,Price each (EUR)\nnut,3,0.10\n");
        assertEquals("1.40 EUR", result.cost().rounded().toString());
        assertEquals(List.of("nut: 14 × 0.10  lift/bom.csv:2:3"), bought(result));
    }

    @Test
    void aPriceWithoutCurrencyIsMissingUntilItIsSaid() {
        String list = "Part,Quantity,Unit price\nnut,3,0.10\n";
        RollupResult result = cost(1, "bom.csv", list);
        assertEquals("bom.missing-no-currency", result.missing().getFirst().reason().key());
        assertEquals(List.of("bom.price-no-currency"), result.problems().stream().map(Problem::code).toList());
        assertEquals("0.30 EUR", cost(1, "bom.csv", list, "commons.toml",
                "version = 1\n[prices]\ncurrency = \"EUR\"\n").cost().rounded().toString());
        assertEquals("0.30 CHF", cost(1, "bom.csv", list, "bom.csv.columns.toml", "version = 1\ncurrency = \"CHF\"\n")
                .cost().rounded().toString());
    }

    @Test
    void assembliesOfOneFileHaveTheirPrices() {
        RollupResult result = cost(1, "bom.csv",
                "Level,Part,Quantity,Unit price\n0,lamp,1,\n1,shade,2,$3\n1,foot,1,\n2,nut,4,$0.25\n2,plate,1,n/a\n");
        assertEquals("7.00 USD", result.cost().rounded().toString());
        assertEquals("plate", result.missing().stream().map(m -> m.part()).collect(Collectors.joining()));
        assertEquals(1, result.problems().stream().filter(p -> p.code().equals("bom.levels")).count());
    }

    @Test
    void lengthsAreBoughtInTheirOwnUnit() {
        RollupResult result = cost(1, "bom.csv",
                "Part,Quantity,Unit,Total ($)\nbelt,2,m,8\nbelt,500,mm,2\nwire,3,m,\n", "offers.csv",
                OFFERS + "wire,Coop,W,1,USD\n");
        assertEquals("13.00 USD", result.cost().rounded().toString());
    }
}
