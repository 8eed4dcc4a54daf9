package org.commonwright.design.kicad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.commonwright.Seed;
import org.commonwright.bom.Bom;
import org.commonwright.bom.read.Mutants;
import org.commonwright.design.MemoryTree;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Schematics that nobody drew. `-Dcommonwright.mutants=100000` makes as many for each reader.
class KicadMutantTest {
    private static final Pattern ODD = Pattern
            .compile("(?:Ref=|F 0 |\"Reference\"\\s*|reference\\s*)\"[^\"]*[^A-Za-z0-9?#\"]");
    private static final int MUTANTS = Integer.getInteger("commonwright.mutants", 200);
    private static final long SEED = Seed.chosen();
    /// Seeds that follow each other begin alike.
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    @ParameterizedTest
    @ValueSource(strings = {"a.kicad_sch", "a.sch"})
    void noMutantIsAnUncaughtErrorAndEachComponentIsCountedOnce(String name) {
        byte[] file = own(name).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < MUTANTS; i++) {
            long seed = SEED + i * STEP;
            byte[] mutant = Mutants.of(file, new Random(seed));
            String which = name + ": -Dcommonwright.mutants=" + (i + 1) + " seed " + seed;
            try {
                Bom bom = KicadBom.read(
                        MemoryTree.of(Map.of(name, new String(mutant, StandardCharsets.UTF_8))),
                        new RepoPath(name), "m");
                for (Problem problem : bom.problems()) {
                    assertFalse(new Messages(Locale.FRENCH).get(problem).isBlank(), which);
                }
                List<String> all = bom.lines().stream().flatMap(l -> l.references().stream()).toList();
                // A reference that holds a space, a comma or a dash is read as several.
                if (!ODD.matcher(new String(mutant, StandardCharsets.UTF_8)).find()) {
                    assertEquals(all.stream().distinct().count(), all.size(), which);
                }
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("bom.") || fault.code().startsWith("design."), which + ": " + fault);
            } catch (RuntimeException e) {
                throw new AssertionError(which, e);
            }
        }
    }

    private static String own(String name) {
        return name.endsWith("kicad_sch")
                ? """
                        (kicad_sch (version 20231120)
                          (symbol (lib_id "Device:R") (in_bom yes) (on_board yes) (dnp no) (unit 1) (uuid "a")
                            (property "Reference" "R1") (property "Value" "10k \\"1%\\"") (property "MPN" "RC0603")
                            (instances (project "a" (path "/r" (reference "R1") (unit 1)) (path "/s" (reference "R2") (unit 1)))))
                          (symbol (lib_id "power:GND") (uuid "c") (property "Reference" "#PWR01") (property "Value" "GND"))
                          (symbol (in_bom no) (property "Reference" "H1") (property "Value" "hole"))
                          (symbol (dnp yes) (property "Reference" "C?") (property "Value" "100n"))
                          (sheet (uuid "s") (property "Sheetname" "More") (property "Sheetfile" "a.kicad_sch"))
                          (symbol_instances (path "/a" (reference "R9") (unit 1))))
                        """
                : """
                        EESchema Schematic File Version 4
                        $Comp
                        L Device:R R1
                        U 1 1 5C0
                        AR Path="/5C0" Ref="R1"  Part="1"
                        AR Path="/5E1/5C0" Ref="R2"  Part="1"
                        F 0 "R1" H 0 0 50  0000 C CNN
                        F 1 "4k7" H 0 0 50  0000 C CNN
                        F 2 "R_0805" H 0 0 50  0001 C CNN
                        F 4 "RC0805-4K7" H 0 0 50  0001 C CNN "MPN"
                        $EndComp
                        $Comp
                        L Device:C C?
                        U 1 1 5C1
                        F 0 "C?" H 0 0 50
                        F 1 "1u" H 0 0 50
                        $EndComp
                        $Sheet
                        S 0 0 100 100
                        U 5E1
                        F0 "More" 50
                        F1 "a.sch" 50
                        $EndSheet
                        """;
    }
}
