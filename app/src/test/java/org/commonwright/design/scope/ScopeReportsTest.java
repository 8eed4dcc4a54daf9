package org.commonwright.design.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Offer;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.bom.rollup.BomNode;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.design.MemoryTrees;
import org.commonwright.design.ModuleTree;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What could be one, and above all what could not.
class ScopeReportsTest {
    private static final String HEADER = "Part,Kind,Quantity,Unit,Description,Manufacturer,MPN,Material\n";

    private record Flat(String name, Bom bom, List<Offer> offered) implements BomNode {
        @Override
        public String path() {
            return "";
        }

        @Override
        public String bomFile() {
            return "bom.csv";
        }

        @Override
        public List<BomLine> lines() {
            return bom.lines();
        }

        @Override
        public List<Offer> offers() {
            return offered;
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public @Nullable BomNode child(BomLine line) {
            return null;
        }
    }

    private static KnownDesign design(String name, String rows, String offers) {
        Bom bom = BomReader.read("bom.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
        List<Offer> offered = offers.isEmpty()
                ? List.of()
                : OfferReader.read("offers.csv", offers.getBytes(StandardCharsets.UTF_8)).offers();
        ModuleTree tree = MemoryTrees.empty(name);
        return new KnownDesign(Path.of(name), tree, Rollup.of(new Flat(name, bom, offered), 1, null));
    }

    /// The pairs of one design whose rows are separated by `|`.
    private static List<String> pairs(String rows) {
        return ScopeReports.of(List.of(design("one", rows.replace("|", "\n") + "\n", ""))).pairs().stream()
                .map(p -> p.reason() + ": " + p.keep() + " < " + p.replace()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "Screw M3x10,standard,4|Screw M3x12,standard,2 # NEAR_MEASURE: Screw M3x10 < Screw M3x12",
            "M3 x 10 mm screw,standard,1|screws M3×12,standard,2 # NEAR_MEASURE: screws M3×12 < M3 x 10 mm screw",
            "Vis M3x10 DIN 912,standard,4|Vis M3x12 DIN 912,standard,4 # NEAR_MEASURE: Vis M3x12 DIN 912 < Vis M3x10 DIN 912",
            "M3x10,standard,4,,cap head 10 mm|M3x12,standard,4,,cap head 12 mm # NEAR_MEASURE: M3x12 < M3x10",
            "Smooth rod 8mm x 300mm,standard,9|Smooth rod 8mm x 350mm,standard,2 # CUT_LENGTH: Smooth rod 8mm x 350mm < Smooth rod 8mm x 300mm",
            "2020 extrusion 400 mm,standard,2|2020 extrusion 500 mm,standard,2 # CUT_LENGTH: 2020 extrusion 500 mm < 2020 extrusion 400 mm",
            "GT2 belt 500mm,standard,1|GT2 belt 600mm,standard,1 # CUT_LENGTH: GT2 belt 600mm < GT2 belt 500mm",
            "cap,buy,2,,,,GRM-1|capacitor,buy,1,,,,GRM-1 # SAME_NUMBER: cap < capacitor",
            "10k R_0603,buy,2,,,,RC0603|10k R_0603,buy,1,,,,CRCW0603 # SAME_NAME: 10k R_0603 (RC0603) < 10k R_0603 (CRCW0603)",
            "BME280,buy,2,,,,BME280|BME280,standard,1 # SAME_NAME: BME280 (BME280) < BME280",
            "M3 nut,standard,5|nuts M3,standard,2 # SPELLING: M3 nut < nuts M3",
            "ball_bearing 608,standard,5|Ball-bearing 608,standard,2 # SPELLING: ball_bearing 608 < Ball-bearing 608",
            "LED 3 mm,standard,5|LED 3mm,standard,2 # SPELLING: LED 3 mm < LED 3mm"})
    void couldBeOne(String rows, String pair) {
        assertEquals(List.of(pair), pairs(rows));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {"Screw M3x10,standard,4|Screw M4x10,standard,2",
            "10k,standard,4|12k,standard,2",
            "10k R_0603,standard,4|10k R_0805,standard,2", "PLA,standard,1,kg|PETG,standard,1,kg",
            "filament 1.75 PLA,standard,1|filament 1.75 PETG,standard,1",
            "Screw M3x10,standard,4|Screw M3x30,standard,2",
            "Screw M3x10 countersunk,standard,4|Screw M3x12 button head,standard,2",
            "Screw M3x10,standard,4,,countersunk|Screw M3x12,standard,2,,button head",
            "Screw M3x10,standard,4,,,,,A2|Screw M3x12,standard,2,,,,,nylon",
            "Standoff M3x10,standard,4|Standoff M3x12,standard,2",
            "Washer M3x7,standard,4|Washer M3x9,standard,2", "M3x0.5x10,standard,1|M3x0.5x12,standard,1",
            "Bearing 8x22x7,standard,4|Bearing 8x22x8,standard,2", "O-ring 10x2,standard,4|O-ring 10x2.5,standard,2",
            "Spring 5x20,standard,4|Spring 5x25,standard,2",
            "GT2 belt closed 200mm,standard,1|GT2 belt closed 220mm,standard,1",
            "Smooth rod 8mm,standard,1|Smooth rod 10mm,standard,1",
            "PVC tube 110 mm,standard,1|PVC tube 125 mm,standard,1",
            "Rod holder 8mm x 100,standard,1|Rod holder 8mm x 120,standard,1",
            "100nF C_0603,standard,1|120nF C_0603,standard,1",
            "Regulator 5V,standard,1|Regulator -5V,standard,1", "Adapter 1 to 2,standard,1|Adapter 2 to 1,standard,1",
            "Connector,buy,1,,,,A-1|Connector,buy,1,,,,B-2", "Crystal 8 MHz,standard,1|Crystal 12 MHz,standard,1",
            "Fuse 1A,standard,1|Fuse 1.25A,standard,1", "bracket left,make,1|left bracket,make,1",
            "wire red,standard,1,m|wire red,standard,1,kg", "NEMA17 x40,standard,1|NEMA17 x48,standard,1"})
    void couldNotBeOne(String rows) {
        assertEquals(List.of(), pairs(rows));
    }

    @Test
    void theSavingIsCountedOverBothDesigns() {
        String offers = "Part,Unit Price,Currency,Pack,Supplier\nscrew M3x10,0.02,EUR,100,S\nscrew M3x12,0.03,EUR,100,S\n";
        ScopeReport report = ScopeReports.of(List.of(design("a", "screw M3x10,standard,40\n", offers),
                design("b", "M3x12 screws,standard,8\n", offers.replace("screw M3x12", "M3x12 screws"))));
        assertEquals("a, b", String.join(", ", report.pairs().getFirst().designs()));
        assertEquals("3.00 EUR", report.pairs().getFirst().saved().amount().setScale(2) + " "
                + report.pairs().getFirst().saved().currency());
    }

    @Test
    void whatADesignHasAddedUpAlreadySavesNothing() {
        String offers = "Part,Unit Price,Currency,Pack,Supplier\nGRM-1,0.10,EUR,10,S\n";
        ScopeReport report = ScopeReports
                .of(List.of(design("a", "cap,buy,2,,,,GRM-1\ncapacitor,buy,1,,,,GRM-1\n", offers)));
        assertEquals(0, report.pairs().getFirst().saved().amount().signum());
        assertEquals("2 pcs 1 pcs", report.pairs().getFirst().kept() + " " + report.pairs().getFirst().replaced());
    }

    @Test
    void wordsAreTheSameHoweverTheyAreSpelled() {
        Stream.of("Screw, M3 x 10 mm", "screws M3x10", "M3×10 Screw", "SCREW_M3x10mm")
                .forEach(name -> assertEquals("m3x10 screw", PartWords.of(name), name));
    }
}
