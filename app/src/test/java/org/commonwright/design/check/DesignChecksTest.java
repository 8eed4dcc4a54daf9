package org.commonwright.design.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.kicad.Sexpr;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignChecksTest {
    private static final String SCHEMATIC = """
            (kicad_sch (version 20231120) (generator "eeschema")
              (lib_symbols (symbol "Device:R" (property "Reference" "R" (at 0 0 0))))
              (symbol (lib_id "Device:R") (in_bom yes) (property "Reference" "R1" (at 1 2 0))
                (instances (project "board" (path "/a" (reference "R1") (unit 1)) (path "/b" (reference "R2") (unit 1)))))
              (symbol (lib_id "Device:C") (in_bom yes) (property "Reference" "C1" (at 1 2 0)))
              (symbol (lib_id "Device:LOGO") (in_bom no) (property "Reference" "G1" (at 1 2 0)))
              (symbol (lib_id "power:GND") (in_bom yes) (property "Reference" "#PWR01" (at 1 2 0))))
            """;
    private static final String BOARD = """
            (kicad_pcb (version 20240108)
              (footprint "R_0603" (attr smd) (property "Reference" "R1"))
              (footprint "R_0603" (attr smd) (fp_text reference "R2" (at 0 0)))
              (footprint "Hole" (attr exclude_from_bom) (property "Reference" "H1"))
              (footprint "C_0603" (property "Reference" "C9 \\"odd\\"")))
            """;

    @TempDir
    Path home;

    private void file(String path, String text) throws IOException {
        Path file = home.resolve("design").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Finding> run() {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return DesignChecks.run(new DesignReader(workspace).read(home.resolve("design")).tree());
        }
    }

    private List<String> found(String check) {
        return run().stream().filter(f -> f.check().equals(check))
                .map(f -> f.problem().place() + " " + f.problem().code()
                        + " " + f.problem().arguments() + (f.blocks() ? " blocks" : ""))
                .toList();
    }

    @Test
    void filesThatAreMissingAndFilesThatNobodyUses() throws IOException {
        file("bom.csv",
                "Part,Kind,Quantity,File\nbracket,make,2,export/bracket_x2.stl\nplate,make,1,export/plate.stl\n");
        file("export/bracket_x2.stl", "");
        file("fabrication/bracket.gcode", "");
        file("export/old-clamp.stl", "");
        assertEquals(List.of("bom.csv:3:4 design.made-from-missing [plate, export/plate.stl]",
                "export/old-clamp.stl design.file-unused []"), found("files"));
    }

    @Test
    void theCountInAName() throws IOException {
        file("bom.csv", """
                Part,Kind,Quantity,File
                bracket,make,2,export/bracket_x3.stl
                foot,make,4,export/4x_foot.stl
                rod,make,1,export/M3x10.stl
                arm,make,2,export/arm-2x.stl
                """);
        assertEquals(List.of("bom.csv:2:3 design.count-in-name [export/bracket_x3.stl, 3, bracket, 2]"),
                found("count-in-name"));
    }

    @Test
    void placesOnTheBoard() throws IOException {
        file("bom.csv", "References,Quantity,Part,Footprint,Value\nR1 R2 R3,3,10k,R_0603,10k\n");
        file("board.kicad_sch", SCHEMATIC);
        file("board.kicad_pcb", BOARD);
        assertEquals(List.of("board.kicad_sch:5 design.kicad-not-listed [C1, ]",
                "bom.csv:2:1 design.kicad-not-drawn [R3, 10k R_0603]",
                "bom.csv:2:1 design.kicad-not-placed [R3, 10k R_0603]"), found("kicad"));
        file("board.kicad_sch", "(kicad_sch (symbol");
        assertTrue(found("kicad").contains("board.kicad_sch design.kicad-broken [board.kicad_sch]"),
                found("kicad").toString());
    }

    @Test
    void aTableInATextAndALicenceWithoutItsText() throws IOException {
        file("okh.toml", "okhv = \"OKH-LOSHv1.0\"\nname = \"x\"\nversion = \"1\"\nlicense = \"CERN-OHL-S-2.0\"\n"
                + "licensor = \"A\"\nrepo = \"https://example.org\"\nfunction = \"f\"\n");
        file("bom.csv", "Part,Quantity\nscrew,8\nplate,1\n");
        file("README.md", "# X\n\nParts:\n\n| Part | Quantity |\n|---|---|\n| screw | 6 |\n| plate | 1 |\n");
        assertEquals(List.of("README.md:7:2 design.text-count [screw, 6, 8, 2]"), found("texts"));
        assertEquals(List.of("okh.toml design.licence-text-missing [CERN-OHL-S-2.0]"), found("licences"));
        file("LICENSES/CERN-OHL-S-2.0.txt", "text");
        assertEquals(List.of(), found("licences"));
    }

    @Test
    void theCommunitySaysWhatAReleaseWaitsFor() throws IOException {
        file("bom.csv", "Part,Kind,Quantity,File\nplate,make,1,export/plate.stl\n");
        assertTrue(run().stream().noneMatch(Finding::blocks));
        file("commons.toml", "version = \"1\"\n[release]\nwaits-for = [\"files\"]\n");
        assertEquals(List.of("bom.csv:2:4 design.made-from-missing [plate, export/plate.stl] blocks"), found("files"));
        file("commons.toml", "version = \"1\"\n[release]\nwaits-for = [\"beauty\"]\n");
        assertEquals(List.of("commons.toml design.check-unknown [beauty, manifest, bom, files, count-in-name, kicad, "
                + "texts, languages, licences, reuse, interfaces, instructions, completeness, durability] blocks"),
                found("manifest").stream().filter(f -> f.contains("check-unknown")).toList());
    }

    /// Whatever stands in a file of KiCad, it is read or refused.
    @Test
    void damagedBracketsAreRefused() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? SCHEMATIC : BOARD);
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(Math.max(1, text.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, at + 1);
                    case 1 -> text.insert(at, "()\"\\ a".charAt(random.nextInt(6)));
                    default -> text.setLength(Math.max(1, at));
                }
            }
            try {
                Sexpr.parse("x", text.toString());
            } catch (Fault fault) {
                assertEquals("design.kicad-broken", fault.code(), "seed " + seed);
            }
        }
        assertThrows(Fault.class, () -> Sexpr.parse("x", "(".repeat(1_000_000)));
    }
}
