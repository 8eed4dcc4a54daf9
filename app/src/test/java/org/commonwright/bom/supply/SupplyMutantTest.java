package org.commonwright.bom.supply;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.bom.read.Mutants;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Offers, stock, exchange rates and mappings that nobody wrote: each is read or refused in a sentence, and of each table no more
/// rows are read than it has. `-Dcommonwright.mutants=100000` makes as many for each reader.
class SupplyMutantTest {
    private static final int MUTANTS = Integer.getInteger("commonwright.mutants", 200);
    private static final long SEED = Seed.chosen();
    /// Seeds that follow each other begin alike.
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    @ParameterizedTest
    @ValueSource(strings = {"offers", "stock", "rates", "mapping"})
    void noMutantIsAnUncaughtError(String reader) {
        List<String> files = own(reader);
        for (int i = 0; i < MUTANTS; i++) {
            long seed = SEED + i * STEP;
            byte[] mutant = Mutants.of(files.get(i % files.size()).getBytes(StandardCharsets.UTF_8), new Random(seed));
            String which = reader + ": -Dcommonwright.mutants=" + (i + 1) + " seed " + seed;
            try {
                for (Problem problem : read(reader, mutant)) {
                    assertFalse(new Messages(Locale.FRENCH).get(problem).isBlank(), which);
                }
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("bom.") || fault.code().startsWith("files."), which + ": " + fault);
                assertFalse(new Messages(Locale.FRENCH).get(fault).isBlank(), which);
            } catch (RuntimeException e) {
                throw new AssertionError(which, e);
            }
        }
    }

    private static List<Problem> read(String reader, byte[] bytes) {
        return switch (reader) {
            case "offers" -> OfferReader.read("m", bytes).problems();
            case "stock" -> StockReader.read("m", bytes).problems();
            case "rates" -> RateReader.read("m", bytes).problems();
            default -> {
                MappingFile.read("m", bytes);
                yield List.of();
            }
        };
    }

    private static List<String> own(String reader) {
        return switch (reader) {
            case "offers" -> List.of(
                    "Part,MPN,Supplier,SKU,Price,Currency,Quantity,Pack,Minimum,Lead time,Date\nrod,,acme,A1,1.50,EUR,1,5,10,7,"
                            + "2026-01-01\nrod,,acme,A1,1.20,EUR,100,5,10,7,2026-01-01\n,RC0603,beta,,0.01,USD,1,,,,\n",
                    "Part;Supplier;Price;Currency\nscrew;acme;0,05;EUR\n# c\nnut;\"ac\"\"me\";1 000,5;CHF\n");
            case "stock" ->
                List.of("Part,Quantity,Unit,Place,Lot,Date\nrod,2.5,m,drawer 1,L1,2026-01-01\nrod,1,m,,L2,\n",
                        "MPN;Menge;Einheit\nRC0603;100;pcs\n\nX;-1;\n");
            case "rates" ->
                List.of("Date,From,To,Rate\n2026-01-01,EUR,USD,1.08\n2026-01-02,EUR,USD,1.09\n,USD,CHF,0.9\n");
            default ->
                List.of("version = 1\nheader_row = 4\n\n[columns]\n\"Stk.\" = \"Quantity\"\n\"K\\u00e9\" = \"\"\n");
        };
    }
}
