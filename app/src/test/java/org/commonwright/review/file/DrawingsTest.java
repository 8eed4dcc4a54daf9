package org.commonwright.review.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.bom.read.Mutants;
import org.commonwright.design.kicad.KicadDrawing;
import org.commonwright.design.kicad.KicadDrawings;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingsTest {
    private static final String BOARD = """
            (kicad_pcb (version 20241229)
              (net 0 "") (net 1 "GND") (net 2 "VCC")
              (footprint "R_0603" (layer "F.Cu") (uuid "a") (at 10 20 90)
                (property "Reference" "R1" (at 0 0 90)) (property "Value" "10k")
                (pad "1" smd rect (at 0 0 90) (net 1 "GND")) (pad "2" smd rect (at 1 0 90) (net 2 "VCC")))
              (footprint "C_0603" (layer "F.Cu") (uuid "b") (at 30 20)
                (property "Reference" "C1") (property "Value" "1u") (pad "1" smd rect (at 0 0) (net 1 "GND")))
              (gr_line (start 0 0) (end 50 0) (layer "Edge.Cuts") (uuid "c"))
              (gr_line (start 50 0) (end 50 40) (layer "Edge.Cuts") (uuid "d"))
              (segment (start 0 0) (end 5 0) (width 0.2) (layer "F.Cu") (net 1) (uuid "e"))
              (zone (net 1) (layer "F.Cu") (uuid "f") (polygon (pts (xy 0 0) (xy 1 1)))
                (filled_polygon (layer "F.Cu") (pts (xy 0 0)))))
            """;

    private static final String SHEET = """
            (kicad_sch (version 20250114)
              (symbol (lib_id "Device:R") (at 10 10 0) (unit 1) (uuid "a")
                (property "Reference" "R1") (property "Value" "1k") (property "Footprint" "R:0603"))
              (symbol (lib_id "power:GND") (at 1 1 0) (uuid "p") (property "Reference" "#PWR01"))
              (wire (pts (xy 0 0) (xy 1 0)) (uuid "w")) (label "SDA" (at 0 0 0) (uuid "l")))
            """;
    private static final int MUTANTS = Integer.getInteger("commonwright.mutants", 500);
    private static final long SEED = Seed.chosen();
    /// Seeds that lie close together begin alike.
    private static final long STEP = 0x9E3779B97F4A7C15L;

    @Test
    void componentsAreMovedChangedOrRenumberedNetsAndTracksCounted() {
        String after = BOARD.replace("(at 10 20 90)", "(at 12 20 90)").replace("\"1u\"", "\"2u2\"")
                .replace("(net 2 \"VCC\")))", "(net 3 \"+5V\")))").replace("(net 2 \"VCC\")\n", "(net 3 \"+5V\")\n")
                .replace("\"C1\"", "\"C7\"").replace("(end 5 0) (width 0.2)", "(end 5 0) (width 0.4)")
                .replace("(filled_polygon (layer \"F.Cu\") (pts (xy 0 0)))", "(filled_polygon (pts (xy 9 9)))")
                .replace("(end 50 40)", "(end 50 45)");
        assertEquals(List.of("=Components 2", "~Board 50.00 × 40.00 mm → 50.00 × 45.00 mm",
                "~C7 reference C1 → C7; value 1u → 2u2", "~R1 pad 2 VCC → +5V; position 10, 20 → 12, 20", "+Net +5V",
                "−Net VCC", "~gr_line 2 → 2  (+1 −1)", "~Tracks 1 → 1  (+1 −1)"), told(BOARD, after));
    }

    @Test
    void whatOnlyMovedIsSaidToHaveMoved() {
        assertEquals(List.of("=Components 2", "~R1 (moved) position 10, 20 → 10, 21; angle 90 → 0"),
                told(BOARD, BOARD.replace("(at 10 20 90)", "(at 10 21)")));
    }

    @Test
    void aFileThatKicadOnlyWroteAnewIsTheSame() {
        String again = BOARD.replace("  ", "\t").replace("(uuid \"e\")", "(uuid \"z\")")
                .replace("(net 1 \"GND\") (net 2 \"VCC\")\n", "(net 2 \"GND\") (net 1 \"VCC\")\n")
                .replace("(net 1)", "(net 2)").replace("(net 1 \"GND\"))", "(net 2 \"GND\"))")
                .replace("(net 2 \"VCC\")))", "(net 1 \"VCC\")))");
        assertEquals(List.of("=Components 2",
                "=The same components, nets and drawings; only how they are written differs. "), told(BOARD, again));
    }

    @Test
    void aSheetIsToldBySymbolsLabelsAndWires() {
        String after = SHEET.replace("R:0603", "R:0402").replace("\"SDA\"", "\"SCL\"")
                .replace("(wire (pts (xy 0 0) (xy 1 0)) (uuid \"w\"))", "");
        assertEquals(List.of("=Components 1", "~R1 footprint R:0603 → R:0402", "+Label SCL", "−Label SDA",
                "~label 1 → 1  (+1 −1)", "~Wires 1 → 0  (+0 −1)"), told(SHEET, after));
    }

    @Test
    void brokenAndDeepOnesAreRefused() {
        for (String wrong : List.of("", "(kicad_pcb", "(other)", "(kicad_sch " + "(a ".repeat(100_000), ")(")) {
            assertEquals("design.kicad-broken", assertThrows(Fault.class, () -> read(wrong)).code(), wrong);
        }
    }

    /// Boards and sheets that nobody drew; `-Dcommonwright.mutants=100000` makes as many. Each is a drawing that can be compared, or is
    /// refused with one sentence.
    @ParameterizedTest
    @ValueSource(strings = {BOARD, SHEET})
    void aMutantIsComparedOrRefused(String text) {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        KicadDrawing whole = read(text);
        var french = new Messages(Locale.FRENCH);
        int compared = 0;
        for (int i = 0; i < MUTANTS; i++) {
            long seed = SEED + i * STEP;
            byte[] mutant = Mutants.of(file, new Random(seed));
            try {
                KicadDrawing read = KicadDrawings.read("a", mutant);
                DrawingDiff diff = Drawings.compare(whole, read);
                assertFalse(diff.rows(french, new Formats(Locale.FRENCH)).isEmpty(), "seed " + seed);
                assertEquals(diff.items().size(), Drawings.compare(read, whole).items().size(), "seed " + seed);
                compared++;
            } catch (Fault fault) {
                assertEquals("design.kicad-broken", fault.code(), "seed " + seed);
                assertFalse(french.get(fault).isBlank());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(compared > 0 && compared < MUTANTS, compared + " of " + MUTANTS + " were compared, seed " + SEED);
    }

    private static List<String> told(String before, String after) {
        return Drawings.compare(read(before), read(after)).rows(new Messages(Locale.UK), new Formats(Locale.UK))
                .stream().map(row -> row.sign() + row.what() + " " + row.values()).toList();
    }

    private static KicadDrawing read(String text) {
        return KicadDrawings.read("a", text.getBytes(StandardCharsets.UTF_8));
    }
}
