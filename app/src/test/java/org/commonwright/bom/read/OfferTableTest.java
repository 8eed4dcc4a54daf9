package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.bom.Offer;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Offers that a person adds come behind the others, and what was there keeps its bytes.
class OfferTableTest {
    private static final long SEED = Seed.chosen();

    private static NewOffer rod(String from, String price) {
        return new NewOffer("rod", "Shop", "R-1", from, "m", price, "eur", "2", "14", "2026-03-01",
                "https://a.example/rod?a=1,2");
    }

    private static String add(String before, NewOffer... offers) {
        return text(OfferTable.add("offers.csv", before == null ? null : bytes(before), List.of(offers)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aListIsBegunWithItsHeader() {
        String made = add(null, rod("", "14,50"), rod("10", "12.90"));
        assertEquals("""
                Part,Supplier,SKU,Minimum Quantity,Unit,Unit Price,Currency,Pack,Lead Time Days,Date,Link
                rod,Shop,R-1,,m,14.50,EUR,2,14,2026-03-01,"https://a.example/rod?a=1,2"
                rod,Shop,R-1,10,m,12.90,EUR,2,14,2026-03-01,"https://a.example/rod?a=1,2"
                """, made);
        List<Offer> read = OfferReader.read("offers.csv", bytes(made)).offers();
        assertEquals("12.90 EUR", read.getLast().unitPrice().toString());
    }

    @Test
    void whatWasThereKeepsItsBytesAndAMissingColumnComesLast() {
        String before = "# ours\r\nPreis;Part ; Currency\r\n  \"1.5\" ; nut ;EUR\r\n;;\r\n# end";
        assertEquals(
                "# ours\r\nPreis;Part ; Currency;Supplier\r\n  \"1.5\" ; nut ;EUR\r\n;;\r\n# end\r\n2;bolt;USD;Shop\r\n",
                add(before, new NewOffer("bolt", "Shop", "", "", "", "2", "USD", "", "", "", "")));
    }

    @Test
    void aRowThatWaitsIsFilled() {
        String open = text(OfferTable.open("o", null, List.of("rod", "nut; big", "rod", "#x")).orElseThrow());
        assertTrue(open.endsWith("Link\nrod,,,,,,,,,,\nnut; big,,,,,,,,,,\n"), open);
        assertTrue(OfferTable.open("o", bytes(open), List.of("Rod ", "nut; big")).isEmpty());
        assertEquals(0, OfferReader.read("o", bytes(open)).offers().size());
        String filled = add(open, rod("", "3"), rod("10", "2"));
        assertTrue(filled.contains("Link\nrod,Shop,R-1,,m,3,EUR,2,14"), filled);
        assertTrue(filled.contains("nut; big,,,,,,,,,,\nrod,Shop,R-1,10,m,2,EUR"), filled);
    }

    @Test
    void theSameOfferIsNotAddedTwice() {
        String once = add(null, rod("10", "3"));
        assertEquals("bom.offer-twice", assertThrows(Fault.class, () -> add(once, rod("10.0", "2"))).code());
        assertEquals("bom.no-offers-header", assertThrows(Fault.class, () -> add("a,b\n1,2\n", rod("", "2"))).code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|1|EUR|''|''|''|''|bom.offer-no-part",
            "a|''|EUR|''|''|''|''|bom.offer-no-price",
            "a|1,000|EUR|''|''|''|''|bom.offer-price", "a|-1|EUR|''|''|''|''|bom.offer-price",
            "a|1e9|EUR|''|''|''|''|bom.offer-price", "a|1|Euro|''|''|''|''|bom.offer-currency",
            "a|1|''|''|''|''|''|bom.offer-currency", "a|1|EUR|0|''|''|''|bom.offer-minimum",
            "a|1|EUR|''|x|''|''|bom.offer-pack", "a|1|EUR|''|''|furlong|''|bom.offer-unit",
            "a|1|EUR|''|''|''|javascript:1|bom.offer-link", "#a|1|EUR|''|''|''|''|bom.offer-signs"})
    void whatIsWrongIsSaid(String part, String price, String currency, String minimum, String pack, String unit,
            String link, String code) {
        var offer = new NewOffer(part, "", "", minimum, unit, price, currency, pack, "", "", link);
        assertEquals(code, offer.wrong().orElseThrow().key());
        assertEquals(code, assertThrows(Fault.class, () -> add(null, offer)).code());
    }

    @Test
    void whateverIsThereStays() {
        var random = new Random(SEED);
        String[] pieces = {"rod", "\"", ",", ";", "\n", "\r\n", " ", "1.5", "EUR", "#", "\t", "ä"};
        for (int i = 0; i < 2000; i++) {
            var tail = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                tail.append(pieces[random.nextInt(pieces.length)]);
            }
            String before = "Part,Unit Price,Currency\nnut,1,EUR\n" + tail;
            String which = "seed " + SEED + " case " + i + ": " + before;
            try {
                String after = add(before, new NewOffer("bolt", "", "", "", "", "2", "USD", "", "", "", ""));
                assertTrue(after.startsWith(before.stripTrailing()), which);
                assertEquals(1 + OfferReader.read("o", bytes(before)).offers().size(),
                        OfferReader.read("o", bytes(after)).offers().size(), which);
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("bom."), which);
            }
        }
    }
}
