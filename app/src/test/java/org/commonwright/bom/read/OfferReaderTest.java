package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.commonwright.bom.Offer;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.model.Money;
import org.commonwright.model.Unit;
import org.junit.jupiter.api.Test;

class OfferReaderTest {
    @Test
    void readsOffersAndSetsAsideWhatSaysNoPrice() {
        Offers offers = read(
                "Part,Supplier,SKU,Minimum Quantity,Unit,Unit Price,Currency,Pack,Lead Time Days,Date,Link\n"
                        + "belt,A,B-6,10,m,2.405,eur,0.5,6,2026-02-10,https://a.example\n# later\nnut,A,,,,free,EUR,,,,\n"
                        + "nut,A,,,,1,Euro,,,,\nnut,A,,many,,1,EUR,,,,\nnut,A,,,,-1,EUR,,,,\n,A,,,,1,EUR,,,,\n"
                        + "nut,A,,,,0.02,EUR,,soon,May,\n");
        assertEquals(
                new Offer(Place.line("offers.csv", 2), "belt", "A", "B-6", BigDecimal.TEN, Unit.METRE,
                        Money.of("2.405", "EUR"),
                        new BigDecimal("0.5"), 6, LocalDate.of(2026, 2, 10), "https://a.example"),
                offers.offers().getFirst());
        assertEquals(2, offers.offers().size());
        assertEquals(List.of("3 bom.skipped-comment", "4 bom.skipped-no-price", "5 bom.skipped-no-currency",
                "6 bom.skipped-amount-unclear", "7 bom.skipped-no-price", "8 bom.skipped-nothing"),
                offers.skipped().stream().map(s -> s.row() + " " + s.reason().key()).toList());
        assertEquals(List.of("bom.offer-set-aside", "bom.lead-time-unclear", "bom.date-unclear"),
                offers.problems().stream().map(p -> p.code()).distinct().toList());
    }

    @Test
    void needsItsThreeColumns() {
        assertEquals("bom.no-offers-header", assertThrows(Fault.class, () -> read("Part,Price\nx,1\n")).code());
        assertEquals(List.of(), read("").offers());
    }

    @Test
    void aSpreadsheetMaySayItsSeparatorFirst() {
        assertEquals("nut", read("sep=;\nPart;Unit Price;Currency\nnut;1;EUR\n").offers().getFirst().part());
    }

    @Test
    void aNetlistInKicadsOwnNotationIsNoTable() {
        byte[] netlist = "(export (version \"E\")\n  (components\n    (comp (ref \"R1\") (value \"10k\"))))\n"
                .getBytes(StandardCharsets.UTF_8);
        assertEquals("bom.netlist-notation",
                assertThrows(Fault.class, () -> BomReader.read("board.net", netlist)).code());
    }

    private static Offers read(String text) {
        return OfferReader.read("offers.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
