package org.commonwright.bom.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.commonwright.Seed;
import org.commonwright.Soon;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.Offer;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the columns of a list say about prices, and how that is told apart.
@Execution(ExecutionMode.CONCURRENT)
class ListedOffersTest {
    private static final int TABLES = Integer.getInteger("commonwright.offer-tables", 500);

    private static Bom bom(String text) {
        return BomReader.read("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bom bom(String text, ColumnMapping mapping) {
        return BomReader.read("bom.csv", text.getBytes(StandardCharsets.UTF_8), mapping);
    }

    private static List<Offer> offers(String text) {
        return offers(bom(text));
    }

    private static List<Offer> offers(Bom bom) {
        ListedOffers found = ListedOffers.of(bom);
        return bom.lines().stream().flatMap(line -> found.of(line).stream()).toList();
    }

    private static String prices(String text) {
        return prices(bom(text));
    }

    private static String prices(Bom bom) {
        return offers(bom).stream().map(o -> o.unitPrice().amount().round(new MathContext(6)).stripTrailingZeros()
                .toPlainString() + " " + o.unitPrice().currency()).collect(Collectors.joining(", "));
    }

    private static List<String> codes(Bom bom) {
        return ListedOffers.of(bom).problems().stream().map(Problem::code).toList();
    }

    @Test
    void anOfferKnowsEverythingThatItsColumnsSay() {
        Offer offer = offers("Part,Qty,Supplier,Supplier part number,Link,Unit price,Currency,Pack,MOQ\n\n"
                + "M3 nut,8,Acme,N-3,https://acme.example/n3,0.05,EUR,50,100\n").getFirst();
        assertEquals("bom.csv:3:6", offer.place().toString());
        assertEquals("M3 nut Acme N-3 https://acme.example/n3 0.05 EUR 50 100", String.join(" ", offer.part(),
                offer.supplier(), offer.sku(), offer.link(), offer.unitPrice().toString(), String.valueOf(offer.pack()),
                offer.minimum().toPlainString()));
    }

    /// What a list says in words and numbers, and the price for one that follows; `;` ends a row.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // by the header
            "Part,Qty,Unit price (EUR),Total (EUR);a,4,2,8 | 2 EUR | ",
            "Part,Qty,Total cost ($);a,4,8;b,1,3 | 2 USD, 3 USD | ",
            "Part,Qty,Ext. price ($);a,4,8 | 2 USD | ", "Part,Qty,Price each ($);a,4,8 | 8 USD | ",
            "Part,Qty,Price (x10) €;a,4,8 | 0.8 EUR | ", "Part,Qty,Price per board ($);a,4,8 | 2 USD | ",
            // two prices: by the numbers
            "Part,Qty,Price ($),Cost ($);a,4,2,8;b,2,3,6 | 2 USD, 3 USD | ",
            "Part,Qty,Cost ($),Price ($);a,4,8,2;b,2,6,3 | 2 USD, 3 USD | ",
            "Part,Qty,Price ($),Total ($);a,4,8,8;b,2,6,6 | 2 USD, 3 USD | ",
            // one price: by the sum of the list
            "Part,Qty,Price ($);a,4,8;b,2,6;Total,,14 | 2 USD, 3 USD | ",
            "Part,Qty,Price ($);a,4,8;b,2,6;Total,,44 | 8 USD, 6 USD | ",
            "Part,Qty,Price ($);a,4,8;b,2,6;c,1,0.5;Total,,14 | 2 USD, 3 USD, 0.5 USD | bom.price-sum-differs",
            // one price, and nothing tells
            "Part,Qty,Price ($);a,4,8;b,2,6 | 8 USD, 6 USD | bom.price-taken-as-one",
            "Part,Qty,Price ($);a,1,8;b,1,6 | 8 USD, 6 USD | ",
            // the cell tells
            "Part,Qty,Price;a,4,$8/pcs;b,2,$6 for 3 | 8 USD, 2 USD | ",
            // a row without the one has the other
            "Part,Qty,Unit price ($),Total ($);a,4,2,8;b,2,,6 | 2 USD, 3 USD | ",
            "Part,Qty,Unit price ($),Total ($);a,4,2,9 | 2 USD | bom.price-not-line",
            "Part,Qty,Price ($),Price with tax ($);a,1,2,2.4 | 2 USD | "})
    void tellsThePriceForOneFromThatForTheLine(String text, String prices, String codes) {
        Bom bom = bom(text.replace(';', '\n') + "\n");
        assertEquals(prices, prices(bom));
        assertEquals(codes == null ? "" : codes, String.join(" ", codes(bom)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Part,Qty,Unit price;a,1,2 € | 2 EUR |",
            "Part,Qty,Unit price (EUR);a,1,2 | 2 EUR |", "Part,Qty,Unit price (EUR);a,1,$2 | 2 USD |",
            "Part,Qty,Unit price,Currency;a,1,2,GBP;b,1,3,EUR | 2 GBP, 3 EUR |",
            "Part,Qty,Price Each,Price Unit;a,1,2,GBP;b,1,3,USD | 2 GBP, 3 USD |",
            "Part,Qty,Unit price,Currency;a,1,$2,CAD | 2 CAD |",
            "Part,Qty,Unit price,Currency;a,1,12 kr,SEK | 12 SEK |",
            "Part,Qty,Unit price;a,1,12 kr | 12 XXX | bom.price-no-currency",
            "Part,Qty,Unit price;a,1,2;b,1,$3 | 2 USD, 3 USD | bom.price-currency-taken",
            "Part,Qty,Unit price;a,1,2;Total,,$2 | 2 USD | bom.price-currency-taken",
            "Part,Qty,Unit price;a,1,2;b,1,$3;c,1,€4 | 2 XXX, 3 USD, 4 EUR | bom.price-no-currency",
            "Part,Qty,Unit price;a,1,2 | 2 XXX | bom.price-no-currency"})
    void theCurrencyIsNeverGuessed(String text, String prices, String codes) {
        Bom bom = bom(text.replace(';', '\n') + "\n");
        assertEquals(prices, prices(bom));
        assertEquals(codes == null ? "" : codes, String.join(" ", codes(bom)));
    }

    @Test
    void theDesignAndThePersonSayTheCurrency() {
        String text = "Part,Qty,Unit price\na,1,2\nb,1,12 kr\n";
        Bom bom = bom(text);
        ListedOffers found = ListedOffers.of(bom, "NOK");
        assertEquals("NOK NOK", bom.lines().stream().map(l -> found.of(l).getFirst().unitPrice().currency())
                .collect(Collectors.joining(" ")));
        assertEquals("2 SEK, 12 SEK", prices(bom(text, ColumnMapping.NONE.withCurrency("SEK"))));
    }

    @Test
    void whatIsNoPriceIsListedWithItsRowAndStays() {
        Bom bom = bom("Part,Qty,Total (USD)\na,1,$4\nb,2,Already owned\nc,1,-\nd,1,$1\n");
        ListedOffers found = ListedOffers.of(bom);
        assertEquals(List.of("bom.csv:3:3 bom.price-unread"), found.problems().stream()
                .map(p -> p.place() + " " + p.code()).toList());
        assertEquals("Already owned", bom.lines().get(1).attributes().get("Total (USD)"));
        assertTrue(found.of(bom.lines().get(1)).isEmpty() && found.of(bom.lines().get(2)).isEmpty());
    }

    @Test
    void shopsAsColumnsHoldNumbersOrPrices() {
        List<Offer> offers = offers("Part,Qty,Digikey,Mouser,Digikey price ($),Mouser price ($),LCSC\n"
                + "cap,1,DK-1,M-1,0.20,0.10,C5\n");
        assertEquals(List.of("Digi-Key DK-1 0.20 USD", "Mouser M-1 0.10 USD"), offers.stream()
                .map(o -> o.supplier() + " " + o.sku() + " " + o.unitPrice()).toList());
        assertEquals(List.of("Digi-Key 0.20 USD", "Mouser 0.10 USD"),
                offers("Part,Qty,Digikey,Mouser\ncap,1,$0.20,$0.10\nres,1,,$0.02\n").stream().limit(2)
                        .map(o -> o.supplier() + " " + o.unitPrice()).toList());
        assertEquals("LCSC C5", offers("Part,Qty,LCSC,Mouser,Price ($)\ncap,1,C5,,0.1\n").stream()
                .map(o -> o.supplier() + " " + o.sku()).collect(Collectors.joining()));
        assertEquals("", offers("Part,Qty,LCSC,Mouser,Price ($)\ncap,1,C5,M4,0.1\n").getFirst().supplier());
        assertEquals("M4",
                offers("Part,Qty,LCSC,Mouser,Supplier,Price ($)\ncap,1,C5,M4,mouser,0.1\n").getFirst().sku());
    }

    @Test
    void severalGroupsGiveSeveralOffers() {
        assertEquals(List.of("A a1 1 EUR", "B b1 2 EUR"),
                offers("Part,Qty,Supplier 1,SKU 1,Price 1 (EUR),Supplier 2,SKU 2,Price 2 (EUR)\nx,1,A,a1,1,B,b1,2\n")
                        .stream().map(o -> o.supplier() + " " + o.sku() + " " + o.unitPrice()).toList());
        assertEquals(List.of("A 1 EUR", "B 2 EUR"),
                offers("Part,Qty,Supplier,Price (EUR),Supplier,Price (EUR)\nx,1,A,1,B,2\n").stream()
                        .map(o -> o.supplier() + " " + o.unitPrice()).toList());
    }

    @Test
    void pricesFromANumberOnAreBreaks() {
        assertEquals(List.of("0 0.30 USD", "10 0.20 USD", "100 0.10 USD"),
                offers("Part,Qty,Price 1 ($),Price 10 ($),Price 100 ($)\ncap,5,0.30,0.20,0.10\n").stream()
                        .map(o -> o.minimum() + " " + o.unitPrice()).toList());
        assertEquals(List.of("bom.price-from"), codes(bom("Part,Qty,price100_LCSC ($),LCSC\ncap,5,0.1,C1\n")));
    }

    @Test
    void packsAndLinksAreUnderstood() {
        List<Offer> offers = offers("Part,Qty,Price,Link\nnut,8,$3 for 10,https://www.amazon.com/x\n"
                + "belt,2 m,$4/m,http://shop.example/b\nbolt,4,$5 (pack of 100),\n");
        assertEquals(List.of("Amazon 0.3 USD 10", "shop.example 4 USD null", " 0.05 USD 100"), offers.stream()
                .map(o -> o.supplier() + " " + o.unitPrice() + " " + o.pack()).toList());
        assertEquals("m", String.valueOf(offers.get(1).unit().symbol()));
    }

    @Test
    void aPersonSaysWhatAColumnMeans() {
        SequencedMap<String, Optional<Column>> said = new LinkedHashMap<>();
        said.put("Zahl", Optional.of(Column.UNIT_PRICE));
        said.put("Wo", Optional.of(Column.SUPPLIER));
        said.put("Cost", Optional.empty());
        String text = "Part,Qty,Zahl,Wo,Cost\nx,4,8 €,A,1 €\n";
        Bom bom = bom(text, new ColumnMapping(said, 0, ""));
        assertEquals("8 EUR", prices(bom));
        assertEquals("A", offers(bom).getFirst().supplier());
        assertEquals(bom(text).lines().getFirst().attributes(), bom.lines().getFirst().attributes());
        said.put("Zahl", Optional.of(Column.LINE_PRICE));
        assertEquals("2 EUR", prices(bom(text, new ColumnMapping(said, 0, ""))));
    }

    @Test
    void theColumnsThatWereTakenAreTold() {
        Bom bom = bom("Part,Qty,Price ($),Cost ($),Vendor\na,4,2,8,X\n");
        assertEquals("[Price for one 2, Price for the line 3, Supplier 4]", ListedOffers.of(bom).columns(0).stream()
                .map(c -> c.column().header() + " " + c.index()).toList().toString());
    }

    @Test
    void aListWithoutPricesCostsNothing() {
        Bom bom = bom("Part,Qty,Colour,Notes\nscrew,4,black,long\nnut,4,,\n");
        assertSame(ListedOffers.NONE, ListedOffers.of(bom));
        assertEquals(false, ListedOffers.mayHave(bom));
    }

    @Test
    void nothingOfALineChangesBecauseItHasAPrice() {
        BomLine line = bom("Part,Qty,Price,Supplier\nscrew,4,$2,Acme\n").lines().getFirst();
        assertEquals("{Price=$2, Supplier=Acme}", line.attributes().toString());
    }

    @Test
    void eachTableDecidesForItself() {
        Bom bom = BomReader.read("bom.md", """
                | Part | Qty | Price |
                |---|---|---|
                | a | 4 | $8 |
                | b | 2 | $6 |

                Total: $14

                | Part | Qty | Unit price |
                |---|---|---|
                | c | 4 | 2,50 € |
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals("2 USD, 3 USD, 2.5 EUR", prices(bom));
    }

    @Test
    void anItemOfAListCostsWhatItNames() {
        Bom bom = BomReader.read("bom.md", """
                # Frame

                * 12x [threaded inserts](https://shop.example/inserts) - $3.60
                * 4x [rail](https://shop.example/rail) - $10 each
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals("0.3 USD, 10 USD", prices(bom));
        assertEquals(List.of(), codes(bom));
    }

    @Test
    void anyColumnsAndCellsAreReadWithoutHarm() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        List<String> headers = List.of("Qty", "Price", "Price (x0)", "Price 99999", "Unit price", "Total", "Supplier",
                "Supplier 2",
                "Price 2", "Mouser", "Mouser price", "Link", "Pack", "MOQ", "Currency", "€", "Unit", "", "Price @ 0",
                "Cost/0");
        List<String> cells = List.of("0", "1", "$2", "0 for $3", "2 for 0", "", "-", "free", "1e9", "EUR", "kr 5",
                "0/pcs", "$5/0",
                "https://x.example", "1,234", "-4", "9999999", "Total", "5 m", "~0");
        for (int i = 0; i < TABLES; i++) {
            var text = new StringBuilder("Part");
            int width = 1 + random.nextInt(8);
            for (int c = 0; c < width; c++) {
                text.append(',').append(headers.get(random.nextInt(headers.size())));
            }
            for (int row = 0; row < 4; row++) {
                text.append('\n').append(row == 3 ? "Total" : "p" + row);
                for (int c = 0; c < width; c++) {
                    text.append(",\"").append(cells.get(random.nextInt(cells.size()))).append('"');
                }
            }
            String said = "seed " + seed + ": " + text;
            try {
                assertTrue(offers(text.toString()).stream().allMatch(o -> o.unitPrice().amount().signum() >= 0), said);
            } catch (Fault refused) {
                assertTrue(refused.code().startsWith("bom."), said);
            } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException harm) {
                fail(said, harm);
            }
        }
    }

    @Test
    void thousandsOfTablesTakeNoTime() throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("| Part | Qty | Price |\n|---|---|---|\n| a").append(i).append(" | 4 | $8 |\n\nTotal: $8\n\n");
        }
        Bom bom = BomReader.read("bom.md", text.toString().getBytes(StandardCharsets.UTF_8));
        // Looking from each table at all others would take hours.
        Soon.done(Duration.ofMinutes(1),
                () -> assertEquals(new BigDecimal("2"), offers(bom).getFirst().unitPrice().amount()));
    }
}
