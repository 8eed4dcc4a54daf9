package org.commonwright.bom.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.error.Fault;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.junit.jupiter.api.Test;

class RollupTest {
    @Test
    void multipliesAlongEveryWayAndKeepsWhereItComesFrom() {
        TestModule root = TestModule.root("wheel,4,,,,wheel\nframe,1,,,,frame\nM3x10,2,,,,\n", "")
                .with("wheel", "M3x10,3,,,,\nrod,80,mm,,,\n")
                .with("frame", "wheel,1,,,,wheel\nrod,0.5,m,,,\n");
        RollupResult result = Rollup.of(root, 10, null);
        assertEquals(Map.of("M3x10", "170 pcs", "rod", "9 m"), totals(result));
        assertEquals(List.of(" 1 root ×10", "frame 1 frame ×10", "wheel 1 wheel ×50"),
                result.modules().stream().map(m -> m.path() + " 1 " + m.name() + " ×" + m.times()).sorted().toList());
        RollupLine screw = result.lines().getFirst();
        assertEquals("M3x10", screw.part());
        assertEquals(List.of("bom.csv:4 10", "wheel/bom.csv:2 50"),
                screw.sources().stream().map(s -> s.place() + " " + s.times()).toList());
    }

    @Test
    void onePartUnderTwoNamesIsOneByItsNumber() {
        TestModule root = TestModule.root("cap,2,,GRM188R71,Murata,\nCap 100n,3,,grm188r71,MURATA,\nC,1,,GRM188R71,,\n"
                + "other,1,,GRM188R71X,Murata,\n", "");
        assertEquals(Map.of("cap", "6 pcs", "other", "1 pcs"), totals(Rollup.of(root, 1, null)));
    }

    @Test
    void unitsThatDoNotMixKeepTwoSumsAndBothRowsAreNamed() {
        TestModule root = TestModule.root("tube,2,m,,,\ntube,3,pcs,,,\ntube,4,pcs,,,\n", "");
        RollupResult result = Rollup.of(root, 1, null);
        assertEquals(List.of("2 m", "7 pcs"), result.lines().stream().map(l -> l.total().toString()).toList());
        assertEquals(1, result.problems().size());
        assertEquals("bom.units-mixed", result.problems().getFirst().code());
        assertEquals("bom.csv:3", String.valueOf(result.problems().getFirst().place()));
        assertEquals("bom.csv:2", result.problems().getFirst().arguments().get(3).toString());
    }

    @Test
    void takesPriceBreaksPacksAndMinimumOrders() {
        String offers = "screw,A,1,,0.10,EUR,,3\nscrew,A,100,,0.05,EUR,100,3\nscrew,B,1,,0.09,EUR,,9\n"
                + "belt,A,1,m,2.40,EUR,0.5,\nrod,A,,,7.00,EUR,,\nrod,B,,,6.00,USD,,\n";
        assertEquals("A 100 pcs 5.00 EUR", bought("screw,60,,,,", offers));
        assertEquals("B 50 pcs 4.50 EUR", bought("screw,50,,,,", offers));
        assertEquals("A 100 pcs 5.00 EUR + B 20 pcs 1.80 EUR", bought("screw,120,,,,", offers));
        assertEquals("A 2 m 4.80 EUR", bought("belt,1750,mm,,,", offers));
        assertEquals("A 3 pcs 21.00 EUR", bought("rod,2.5,,,,", offers));
        assertEquals("", bought("rod,0,,,,", offers));
    }

    @Test
    void whatIsMissingIsNamedAndNeverZero() {
        TestModule root = TestModule.root("a,1,,,,\nb,1,,,,\nc,1,,,,\nd,,,,,\ngone,1,,,,nowhere\ne,2,,X1,,\n",
                "b,S,,,1.00,USD,,\nc,S,,m,1.00,EUR,,\nx1,S,,,3.00,EUR,,\nz,S,,,3.00,EUR,,\n");
        RollupResult result = Rollup.of(root, 1, null);
        assertEquals(Money.of("6.00", "EUR"), result.cost());
        assertFalse(result.isComplete());
        assertEquals(
                List.of("d bom.missing-quantity", "gone bom.missing-module", "a bom.missing-offer",
                        "b bom.missing-currency", "c bom.missing-unit"),
                result.missing().stream().map(m -> m.part() + " " + m.reason().key()).toList());
        assertTrue(result.problems().stream().anyMatch(p -> p.code().equals("bom.several-currencies")));
        assertNull(Rollup.of(TestModule.root("a,1,,,,\n", ""), 1, null).cost());
        assertEquals(Money.zero("CHF"), Rollup.of(TestModule.root("a,1,,,,\n", ""), 1, "CHF").cost());
    }

    @Test
    void aCycleIsNamed() {
        TestModule root = TestModule.root("a,1,,,,a\n", "").with("a", "b,1,,,,b\n").with("b", "c,1,,,,c\nx,1,,,,\n")
                .with("c", "a,1,,,,a\n");
        Fault fault = assertThrows(Fault.class, () -> Rollup.of(root, 1, null));
        assertEquals("bom.cycle", fault.code());
        assertEquals("a → b → c → a", fault.arguments().getFirst());
        TestModule self = TestModule.root("r,1,,,,r\n", "").with("r", "r,1,,,,r\n");
        assertEquals("r → r", assertThrows(Fault.class, () -> Rollup.of(self, 1, null)).arguments().getFirst());
    }

    @Test
    void depthAndProductsHaveABound() {
        List<BomLine> first = List.of(use("m0", 1));
        TestModule deep = TestModule.root(first);
        TestModule round = TestModule.root(first);
        TestModule many = TestModule.root("m0,1e9,,,,m0\n", "");
        for (int i = 0; i < 20; i++) {
            many.with("m" + i, "m,1e9,,,,m" + (i + 1) + "\n");
        }
        many.with("m20", "nut,1,,,,\n");
        for (int i = 0; i < 30_000; i++) {
            deep.with("m" + i, List.of(use("m" + (i + 1), 1)));
            round.with("m" + i, List.of(use("m" + (i == 10_000 ? 0 : i + 1), 1)));
        }
        assertEquals("bom.too-deep", assertThrows(Fault.class, () -> Rollup.of(deep, 1, null)).code());
        assertEquals("bom.too-many", assertThrows(Fault.class, () -> Rollup.of(many, 1, null)).code());
        Fault cycle = assertThrows(Fault.class, () -> Rollup.of(round, 1, null));
        assertEquals("bom.cycle", cycle.code());
        assertEquals("m0 → m1 → m2 → m3 → m4 → m5 → … → m9996 → m9997 → m9998 → m9999 → m10000 → m0",
                cycle.arguments().getFirst());
    }

    @Test
    void agreesWithWalkingEveryWay() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int modules = 2 + random.nextInt(8);
            List<List<BomLine>> boms = new ArrayList<>();
            for (int m = 0; m < modules; m++) {
                List<BomLine> lines = new ArrayList<>();
                for (int row = 0; row < random.nextInt(6); row++) {
                    boolean module = m + 1 < modules && random.nextBoolean();
                    int target = module ? m + 1 + random.nextInt(modules - m - 1) : random.nextInt(5);
                    BigDecimal number = BigDecimal.valueOf(random.nextInt(60), random.nextInt(3));
                    lines.add(BomLine.builder(row + 2, (module ? "m" : "part") + target)
                            .kind(module ? LineKind.MODULE : LineKind.STANDARD).module(module ? "m" + target : "")
                            .quantity(new Quantity(number, Unit.PIECE)).build());
                }
                boms.add(lines);
            }
            TestModule root = TestModule.root(boms.getFirst());
            for (int m = 1; m < modules; m++) {
                root.with("m" + m, boms.get(m));
            }
            Map<String, BigDecimal> expected = new TreeMap<>();
            walk(boms, 0, BigDecimal.valueOf(7), expected);
            Map<String, BigDecimal> actual = new TreeMap<>();
            Rollup.of(root, 7, null).lines().forEach(l -> actual.put(l.part(), l.total().number()));
            assertEquals(expected.keySet(), actual.keySet(), "seed " + seed);
            expected.forEach((part, number) -> assertEquals(0, number.compareTo(actual.get(part)), part));
        }
    }

    private static void walk(List<List<BomLine>> boms, int module, BigDecimal times, Map<String, BigDecimal> totals) {
        for (BomLine line : boms.get(module)) {
            BigDecimal n = times.multiply(line.quantity().number());
            if (line.kind() == LineKind.MODULE) {
                walk(boms, Integer.parseInt(line.module().substring(1)), n, totals);
            } else {
                totals.merge(line.part(), n, BigDecimal::add);
            }
        }
    }

    private static BomLine use(String module, int times) {
        return BomLine.builder(2, module).kind(LineKind.MODULE).module(module).quantity(Quantity.pieces(times)).build();
    }

    private static String bought(String row, String offers) {
        return Rollup.of(TestModule.root(row + "\n", offers), 1, "EUR").lines().getFirst().supply().purchases().stream()
                .map(p -> p.offer().supplier() + " " + p.ordered() + " " + p.cost().rounded())
                .collect(Collectors.joining(" + "));
    }

    private static Map<String, String> totals(RollupResult result) {
        return result.lines().stream().collect(Collectors.toMap(RollupLine::part, l -> l.total().toString()));
    }
}
