package org.commonwright.bom.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.bom.supply.RateReader;
import org.commonwright.bom.supply.Rates;
import org.commonwright.bom.supply.Stock;
import org.commonwright.bom.supply.StockReader;
import org.commonwright.error.Problem;
import org.commonwright.model.Money;
import org.junit.jupiter.api.Test;

class SupplyTest {
    private static final String BOM = "Part,Quantity,Unit,MPN,Module,Alternates,Attrition,Lead Time Days\n";
    private static final String OFFERS = "Part,Supplier,Unit Price,Currency,Lead Time Days\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void stockGoesFirstTheOldestLotBeforeTheOthersAndNoExpiredOne() {
        TestModule root = TestModule.tables(BOM + "glue,30,ml,,,,,\nnut,4,,N-4,,,,\n",
                OFFERS + "glue,A,0.10,EUR,2\nnut,A,0.05,EUR,2\n");
        RollupResult result = Rollup.of(root, build(10, stock(
                "glue,0.1,l,L1,shelf 1,2027-01-01\nglue,80,ml,L2,shelf 2,2026-05-01\nglue,500,ml,L0,,2026-02-28\n"
                        + "n-4,30,,,box,\nnut,7,m,,,\n")));
        RollupLine glue = result.lines().getFirst();
        assertEquals("300 ml", glue.total().toString());
        assertEquals(List.of("L2 80 ml", "L1 0.1 l"),
                glue.supply().taken().stream().map(t -> t.lot().lot() + " " + t.amount()).toList());
        assertEquals("120 ml", glue.supply().toBuy().toString());
        RollupLine nut = result.lines().getLast();
        assertEquals("10 pcs", nut.supply().toBuy().toString());
        assertEquals(Money.of("12.50", "EUR"), result.cost());
        assertEquals(List.of("bom.lot-expired stock.csv:4", "bom.stock-unit stock.csv:6"), said(result.problems()));
        assertEquals(List.of("pcs", "m"), result.problems().getLast().arguments().subList(1, 3).reversed());
        assertEquals(new Buildable(6, List.of("glue")), result.buildable());
    }

    @Test
    void finishedModulesSaveTheirParts() {
        TestModule root = TestModule.tables(BOM + "wheel,4,,,wheel,,,\n", OFFERS + "screw,A,1,EUR,\n").table("wheel",
                BOM + "screw,3,,,,,,\n");
        RollupResult result = Rollup.of(root, build(2, stock("wheel,5,,,,\n")));
        assertEquals("24 pcs", result.lines().getFirst().total().toString());
        assertEquals("9 pcs", result.lines().getFirst().supply().need().toString());
        ModuleUse wheel = result.modules().getLast();
        assertEquals("8 5 3", wheel.times() + " " + wheel.fromStock() + " " + wheel.made());
        Source source = result.lines().getFirst().sources().getFirst();
        assertEquals("8 3 9 pcs", source.times() + " " + source.made() + " " + source.needed());
        assertEquals(new Buildable(1, List.of("screw")), result.buildable());
    }

    @Test
    void alternatesStandInWhenThePartItselfIsNotThereAndItIsSaid() {
        TestModule root = TestModule.tables(
                BOM + "cap,5,,C-1,,Vishay: V-1; TDK: T-1,,\nother,3,,V-1,,,,\nres,1,,,,R-9,,\n",
                OFFERS + "T-1,A,0.50,EUR,3\nV-1,A,0.10,EUR,\nR-9,B,0.20,EUR,\n");
        RollupResult result = Rollup.of(root, build(1, stock("V-1,4,,,,\n")));
        RollupLine cap = result.lines().getFirst();
        assertEquals("Vishay: V-1 1 pcs", cap.supply().taken().getFirst().substitute() + " "
                + cap.supply().taken().getFirst().amount());
        assertEquals("Vishay: V-1", cap.supply().substitute());
        assertEquals("R-9", result.lines().getLast().supply().substitute());
        assertEquals(Money.of("0.60", "EUR"), result.cost());
        assertTrue(result.isComplete());
        assertEquals(List.of("bom.alternate-in-stock bom.csv:2", "bom.alternate-bought bom.csv:2",
                "bom.alternate-bought bom.csv:4"), said(result.problems()));
        assertEquals(1, result.explain(result.lines().getLast()).ways().size());
    }

    @Test
    void whatGetsLostIsAddedAndWholePiecesAreNeeded() {
        TestModule root = TestModule.tables(
                BOM + "res,7,,,,,5 %,\nwire,0.6,m,,,,10,\nx,2,,,,,-5%,\ny,2,,,,,1e308,\nz,2,,,,,NaN,\nm,1,,,m,,50%,\nw,2,,,,,0.05,\n",
                "").table("m", BOM + "pin,3,,,,,,\n");
        RollupResult result = Rollup.of(root, 10, null);
        assertEquals(List.of("70 pcs 74 pcs", "6 m 6.6 m", "20 pcs 20 pcs", "20 pcs 20 pcs", "20 pcs 20 pcs",
                "20 pcs 21 pcs", "30 pcs 45 pcs"),
                result.lines().stream().map(l -> l.total() + " " + l.supply().need()).toList());
        assertEquals(List.of("bom.attrition-unclear bom.csv:4", "bom.attrition-unclear bom.csv:5",
                "bom.attrition-unclear bom.csv:6", "bom.attrition-small bom.csv:8"), said(result.problems()));
    }

    @Test
    void ratesAreDatedAndNeverGuessed() {
        Rates rates = rates("2026-01-10,EUR,USD,1.25,bank\n2026-02-20,USD,EUR,0.90,bank\n2026-04-01,USD,EUR,0.5,bank\n"
                + "2026-02-01,USD,CHF,0.8,\n2026-02-01,USD,X,1,\n2026-02-01,USD,JPY,1e308,\n2026-02-01,USD,JPY,-1,\n"
                + "soon,USD,JPY,150,\n2026-02-01,USD,JPY,NaN,\n2026-02-01,USD,JPY,0,\n");
        assertEquals(6, rates.skipped().size());
        assertEquals(new BigDecimal("0.90"), rates.find("USD", "EUR", TODAY).orElseThrow().factor());
        assertEquals(0, new BigDecimal("0.8")
                .compareTo(rates.find("USD", "EUR", LocalDate.of(2026, 1, 31)).orElseThrow().factor()));
        assertEquals(0, new BigDecimal("1")
                .compareTo(rates.find("EUR", "CHF", LocalDate.of(2026, 2, 2)).orElseThrow().factor()));
        assertTrue(rates.find("USD", "EUR", LocalDate.of(2026, 1, 9)).isEmpty());
        assertTrue(rates.find("EUR", "JPY", TODAY).isEmpty());
        TestModule root = TestModule.tables(BOM + "a,2,,,,,,\nb,1,,,,,,\nc,1,,,,,,\n",
                OFFERS + "a,A,3,USD,\na,B,2.80,EUR,\nb,A,1,JPY,\nc,A,1,EUR,\n");
        RollupResult result = Rollup.of(root, new Build(1, "EUR", TODAY, Stock.NONE, rates));
        assertEquals(Money.of("6.40", "EUR"), result.cost());
        assertNull(result.atMost());
        assertEquals("bom.missing-currency", result.missing().getFirst().reason().key());
        assertEquals("A", result.lines().getFirst().purchase().offer().supplier());
        Problem used = result.problems().getLast();
        assertEquals(List.of("USD", "EUR", "0.9", "2026-02-20", 9L), used.arguments());
        assertEquals(Problem.Severity.NOTE, used.severity());
    }

    @Test
    void theLongestWayThroughTheModulesIsShown() {
        TestModule root = TestModule.tables(BOM + "arm,1,,,arm,,,3\nplate,1,,,,,,\nbolt,1,,,,,,\n",
                OFFERS + "motor,A,9,EUR,14\nplate,A,9,EUR,16\nbolt,A,1,EUR,\n").table("arm",
                        BOM + "motor,1,,,,,,\nhorn,1,,,,,,4\n");
        LeadTime time = Rollup.of(root, 1, null).leadTime();
        assertEquals(17, time.days());
        assertEquals(List.of("arm 17 bom.csv:2", "motor 14 arm/bom.csv:2"),
                time.path().stream().map(s -> s.name() + " " + s.days() + " " + s.place()).toList());
        assertEquals(1, time.unknown());
        assertEquals(16, Rollup.of(root, build(1, stock("motor,1,,,,\nhorn,1,,,,\n"))).leadTime().days());
    }

    @Test
    void hostileStockIsSetAsideRowByRow() {
        Stock stock = stock("a,1e308,,,,\na,-1,,,,\na,NaN,,,,\n,1,,,,\na,1,furlong,,,\na,1,,,,never\na,1,,,,\n"
                + "a,999999999999999999999,,,,\n");
        assertEquals(1, stock.lots().size());
        assertEquals(7, stock.skipped().size());
        assertEquals(7, stock.problems().size());
        assertFalse(Stock.NONE.lots().iterator().hasNext());
    }

    @Test
    void buildableIsWhatTryingOneAfterTheOtherFinds() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var bom = new StringBuilder(BOM);
            var sub = new StringBuilder(BOM);
            var there = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                bom.append("p").append(i).append(',').append(1 + random.nextInt(4)).append(",,,,")
                        .append(random.nextBoolean() ? "p" + random.nextInt(6) : "").append(",,\n");
                sub.append("p").append(random.nextInt(6)).append(',').append(1 + random.nextInt(3)).append(",,,,,")
                        .append(random.nextInt(30)).append(" %,\n");
                there.append("p").append(random.nextInt(6)).append(',').append(random.nextInt(90)).append(",,,,\n");
            }
            bom.append("m,2,,,m,,,\n");
            there.append("m,").append(random.nextInt(8)).append(",,,,\n");
            TestModule root = TestModule.tables(bom.toString(), "").table("m", sub.toString());
            Stock stock = stock(there.toString());
            long slow = 0;
            while (Rollup.of(root, build(slow + 1, stock)).lines().stream()
                    .allMatch(l -> l.supply().toBuy().number().signum() == 0)) {
                slow++;
            }
            Buildable found = Rollup.of(root, build(1, stock)).buildable();
            assertNotNull(found);
            assertEquals(slow, found.count(), "seed " + seed);
            assertFalse(found.limits().isEmpty(), "seed " + seed);
        }
    }

    @Test
    void everyTotalIsTheSumOfItsRows() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var bom = new StringBuilder(BOM);
            List<String> units = new ArrayList<>(List.of("mm", "cm", "m", "in", "ft"));
            for (int i = 0; i < 6; i++) {
                bom.append("rod").append(random.nextInt(2)).append(',').append(random.nextInt(5000) / 8.0).append(',')
                        .append(units.get(random.nextInt(5))).append(",,,,").append(random.nextInt(20)).append(",\n");
            }
            for (RollupLine line : Rollup.of(TestModule.tables(bom.toString(), ""), 3, null).lines()) {
                BigDecimal sum = line.sources().stream().map(s -> s.needed().in(line.total().unit()).number())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertTrue(sum.subtract(line.supply().need().number()).abs().compareTo(new BigDecimal("1e-25")) < 0,
                        "seed " + seed + " " + line);
            }
        }
    }

    private static List<String> said(List<Problem> problems) {
        return problems.stream().map(p -> p.code() + " " + p.place()).toList();
    }

    private static Build build(long quantity, Stock stock) {
        return new Build(quantity, null, TODAY, stock, Rates.NONE);
    }

    private static Stock stock(String rows) {
        return StockReader.read("stock.csv",
                ("Part,Quantity,Unit,Lot,Place,Expiry\n" + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static Rates rates(String rows) {
        return RateReader.read("rates.csv", ("Date,From,To,Rate,Source\n" + rows).getBytes(StandardCharsets.UTF_8));
    }
}
