package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.commonwright.Soon;
import org.commonwright.bom.Bom;
import org.commonwright.bom.check.BomChecks;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells that somebody wrote to hold a reader up: each is long, and made of what makes a pattern or a library go back and forth.
@Execution(ExecutionMode.CONCURRENT)
class HostileCellTest {
    private static final int LENGTH = Integer.getInteger("commonwright.hostile-cell", 30_000);
    private static final List<String> COLUMNS = List.of("Part", "Kind", "Quantity", "Unit", "Description",
            "Manufacturer", "MPN",
            "References", "File", "Process", "Material", "Module", "Alternates", "Notes", "Value", "Footprint", "DNP",
            "Exclude from BOM", "Level", "Index", "Parent", "Unit price", "Currency", "Supplier", "Link");

    @ParameterizedTest
    @ValueSource(strings = {"\u0130", "1.", "1 ", " ", "A1 ", "A1-", "R1 to ", "1x", "1/", "a@", "(", "[a](",
            "units in ",
            "3 x ", "- ", "\u00bd", "1e9", "\ufdfa", "dnp "})
    void aLongCellIsReadInTime(String piece) throws Exception {
        String cell = piece.repeat(LENGTH / piece.length()) + "x";
        for (String column : COLUMNS) {
            String table = "Name,Qty," + column + "\nrod,2,x\nscrew,3,\"" + cell + "\"\nnut,1,\"" + cell + "\"\n";
            Soon.done(Duration.ofMinutes(1), column, () -> {
                Bom bom = BomReader.read("m", table.getBytes(StandardCharsets.UTF_8));
                BomChecks.check(bom);
                assertEquals(3, bom.rows(), column);
            });
        }
    }

    /// Background work has a small stack.
    @ParameterizedTest
    @ValueSource(strings = {"1.", "1 234", "- ", "1.1 ", "1.234"})
    void aNumberOfVeryManyLevelsCostsNoStack(String piece) throws InterruptedException {
        List<String> tables = new ArrayList<>();
        for (String column : List.of("Part", "Quantity", "Index", "Level")) {
            tables.add("Name,Qty," + column + "\nrod,2,1\nscrew,3,\"" + piece.repeat(30_000) + "\"\n");
        }
        tables.add("Vitamins:\n 2 rod\n " + piece.repeat(400) + "screw\n");
        for (String table : tables) {
            var thrown = new AtomicReference<Throwable>();
            var reader = new Thread(null, () -> BomReader.read("m", table.getBytes(StandardCharsets.UTF_8)), "reader",
                    256 << 10);
            reader.setUncaughtExceptionHandler((_, e) -> thrown.set(e));
            reader.start();
            reader.join();
            assertEquals(null, thrown.get());
        }
    }
}
