package org.commonwright.bom.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonwright.bom.SkippedRow;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SupplyReadersTest {
    private static final int MUTANTS = Integer.getInteger("commonwright.supply-mutants", 1000);
    /// Seeds that follow each other begin alike.
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
    private static final String STOCK = "# counted in May\nPart;Quantité;Unité;Lot;Lieu;Péremption\n"
            + "screw;100;pcs;L1;drawer;2027-01-01\nglue;0.5;l;;;\n\nbelt;12;m;;\"hook; left\";\n";
    private static final String RATES = "Date,From,To,Rate,Source\n2026-01-02,USD,EUR,0.93,bank\n2026-02-02,EUR,CHF,0.94,\n";

    @Test
    void readsWordsOfOtherLanguagesAndDelimiters() {
        Stock stock = StockReader.read("stock.csv", STOCK.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("screw 100 pcs L1 drawer 2027-01-01", "glue 0.5 l   null", "belt 12 m  hook; left null"),
                stock.lots().stream().map(l -> l.part() + " " + l.quantity() + " " + l.lot() + " " + l.where() + " "
                        + l.expiry()).toList());
        assertEquals(2, stock.skipped().size());
        assertEquals(List.of(), stock.problems());
        assertEquals("bom.no-stock-header",
                assertThrows(Fault.class, () -> StockReader.read("s", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                        .code());
        assertEquals("bom.no-rates-header",
                assertThrows(Fault.class, () -> RateReader.read("r", "Date,From\n".getBytes(StandardCharsets.UTF_8)))
                        .code());
        assertEquals(List.of(), StockReader.read("s", new byte[0]).lots());
    }

    @Test
    void noMutantLosesARowOrAnError() {
        mutate(STOCK, bytes -> {
            Stock stock = StockReader.read("stock.csv", bytes);
            return Stream.concat(stock.lots().stream().map(l -> l.place().line()),
                    stock.skipped().stream().map(SkippedRow::row)).toList();
        });
        mutate(RATES, bytes -> {
            Rates rates = RateReader.read("rates.csv", bytes);
            rates.rates().forEach(r -> assertTrue(r.rate().signum() > 0));
            return Stream.concat(rates.rates().stream().map(r -> r.place().line()),
                    rates.skipped().stream().map(SkippedRow::row)).toList();
        });
    }

    private static void mutate(String text, Function<byte[], List<Integer>> rows) {
        for (int n = 0; n < MUTANTS; n++) {
            long seed = n * STEP;
            var random = new Random(seed);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) switch (random.nextInt(3)) {
                    case 0 -> random.nextInt(256);
                    case 1 -> ",;\n\r\"\t.-#e".charAt(random.nextInt(10));
                    default -> bytes[random.nextInt(bytes.length)];
                };
            }
            try {
                List<Integer> read = rows.apply(bytes);
                int last = read.stream().max(Integer::compare).orElse(0);
                assertEquals(read.size(), Set.copyOf(read).size(), "seed " + seed);
                assertTrue(last - read.size() <= 1, "seed " + seed + ": only the header is no row, " + read);
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("bom."), "seed " + seed + " " + fault.code());
            }
        }
    }
}
