package org.commonwright.design.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.fix.Fixing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KicadCheckTest {
    private static final String ROOT = """
            (kicad_sch (version 20250114)
              (symbol (lib_id "Device:U") (unit 1) (in_bom yes) (on_board yes) (dnp no) (uuid "u1")
                (property "Reference" "U1") (property "Value" "LM358") (property "Footprint" "Package_SO:SOIC-8")
                (instances (project "board" (path "/r" (reference "U1") (unit 1)))))
              (symbol (lib_id "Device:U") (unit 2) (in_bom yes) (uuid "u2")
                (property "Reference" "U1") (property "Value" "LM358") (property "Footprint" "Package_SO:SOIC-8")
                (instances (project "board" (path "/r" (reference "U1") (unit 2)))))
              (symbol (lib_id "Device:R") (in_bom yes) (dnp yes)
                (property "Reference" "R9") (property "Value" "0") (property "Footprint" "R_0603"))
              (symbol (lib_id "Mechanical:Hole") (in_bom no) (property "Reference" "H1") (property "Value" "Hole"))
              (symbol (lib_id "power:GND") (in_bom yes) (property "Reference" "#PWR01") (property "Value" "GND"))
              (sheet (at 0 0) (uuid "s1") (property "Sheetname" "A") (property "Sheetfile" "sub/channel.kicad_sch"))
              (sheet (at 0 0) (uuid "s2") (property "Sheetname" "B") (property "Sheetfile" "sub/channel.kicad_sch"))
              (sheet (at 0 0) (uuid "s3") (in_bom no) (property "Sheetname" "C") (property "Sheetfile" "sub/channel.kicad_sch")))
            """;
    private static final String CHANNEL = """
            (kicad_sch (version 20250114)
              (symbol (lib_id "Device:R") (in_bom yes)
                (property "Reference" "R1") (property "Value" "10k") (property "Footprint" "Resistor_SMD:R_0603")
                (instances
                  (project "board" (path "/r/s1" (reference "R1")) (path "/r/s2" (reference "R2")) (path "/r/s3" (reference "R3")))
                  (project "other" (path "/x/y" (reference "R77"))))))
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
            return DesignChecks.run(new DesignReader(workspace).read(home.resolve("design")).tree()).stream()
                    .filter(f -> f.check().equals("kicad")).toList();
        }
    }

    private List<String> found() {
        return run().stream()
                .map(f -> f.problem().place() + " " + f.problem().code().substring("design.kicad-".length())
                        + " " + f.problem().arguments())
                .toList();
    }

    /// Sheets used several times, by several projects, sheets out of the bill, units of one part, sheets that nothing leads to.
    @Test
    void sheetsWithinSheets() throws IOException {
        file("board.kicad_pro", "{}");
        file("board.kicad_sch", ROOT);
        file("sub/channel.kicad_sch", CHANNEL);
        file("old/unused.kicad_sch", CHANNEL.replace("R1", "R50").replace("R2", "R51"));
        file("board-backups/board.kicad_sch", ROOT.replace("\"U1\"", "\"U8\""));
        file("bom.csv", "References,Quantity,Value,Footprint,DNP\nU1,1,LM358,SOIC-8,\n\"R1,R2\",2,10k,R_0603,\n");
        assertEquals(List.of(), found());
        file("bom.csv",
                "References,Quantity,Value,Footprint,DNP\nU1,1,LM324,SOIC-8,\n\"R1,R4\",2,10k,R_0603,\nR9,1,0,R_0603,\n");
        assertEquals(List.of("sub/channel.kicad_sch:2 not-listed [R2, 10k]", "bom.csv:3:1 not-drawn [R4, 10k R_0603]",
                "bom.csv:2:3 value [U1, LM358, LM324]", "bom.csv:4:1 unfitted [R9]"), found());
        run().forEach(f -> Fixing.apply(home.resolve("design"), run().getFirst().fixes().getFirst()));
        assertEquals(
                "References,Quantity,Value,Footprint,DNP\nU1,1,LM358,SOIC-8,\n\"R1,R2\",2,10k,R_0603,\nR9,1,0,R_0603,DNP\n",
                Files.readString(home.resolve("design/bom.csv")));
        assertEquals(List.of(), found());
    }

    /// KiCad 6 keeps the references of sheets that are used several times in the root sheet.
    @Test
    void referencesInTheRootSheet() throws IOException {
        file("board.kicad_sch", """
                (kicad_sch (version 20211123)
                  (sheet (uuid "s1") (property "Sheet name" "A") (property "Sheet file" "channel.kicad_sch"))
                  (symbol_instances
                    (path "/s1/aaa" (reference "C1") (unit 1) (value "1u") (footprint "C"))
                    (path "/s2/aaa" (reference "C2") (unit 1) (value "1u") (footprint "C"))))
                """);
        file("channel.kicad_sch", """
                (kicad_sch (symbol (lib_id "Device:C") (in_bom yes) (uuid aaa) (property "Reference" "C?") (property "Value" "1u")))
                """);
        file("bom.csv", "References,Quantity,Value\nC1,1,1u\n");
        assertEquals(List.of("channel.kicad_sch:1 not-listed [C2, 1u]"), found());
        Fixing.apply(home.resolve("design"), run().getFirst().clearFix().orElseThrow());
        assertEquals("References,Quantity,Value\nC1 C2,2,1u\n", Files.readString(home.resolve("design/bom.csv")));
    }

    @Test
    void sheetsOfKicad5() throws IOException {
        file("board.pro", "");
        file("board.sch", """
                EESchema Schematic File Version 4
                $Sheet
                U 5E1
                F0 "one" 60
                F1 "channel.sch" 60
                $EndSheet
                $Sheet
                U 5E2
                F0 "two" 60
                F1 "channel.sch" 60
                $EndSheet
                """);
        file("channel.sch", """
                EESchema Schematic File Version 4
                $Comp
                L Device:R R1
                U 1 1 5E8B2C3A
                P 1000 1000
                AR Path="/5E1/5E8B2C3A" Ref="R1"  Part="1"\s
                AR Path="/5E2/5E8B2C3A" Ref="R2"  Part="1"\s
                AR Path="/5E8B2C3A" Ref="R9"  Part="1"\s
                F 0 "R1" H 1070 1046 50  0000 L CNN
                F 1 "10k \\"1%\\"" H 1070 955 50  0000 L CNN
                F 2 "R_0603" V 930 1000 50  0001 C CNN
                $EndComp
                $Comp
                L power:GND #PWR01
                F 0 "#PWR01" H 1 1 50 0001 C CNN
                $EndComp
                """);
        file("eagle.sch", "<?xml version=\"1.0\"?><eagle/>");
        file("bom.csv", "References,Quantity,Value\nR1 C7,2,10k 1%\n");
        assertEquals(List.of("channel.sch:2 not-listed [R2, 10k \\\"1%\\\"]", "bom.csv:2:1 not-drawn [C7, 10k 1%]"),
                found());
    }

    /// Both ways between schematic and board where no bill names places, and between bill and board.
    @Test
    void boards() throws IOException {
        file("board.kicad_sch", "(kicad_sch (symbol (in_bom yes) (property \"Reference\" \"R1\"))\n"
                + "(symbol (in_bom yes) (on_board no) (property \"Reference\" \"W1\")))");
        file("board.kicad_pcb", """
                (kicad_pcb (module R_0603 (fp_text reference R2 (at 0 0)))
                  (footprint "Hole" (attr board_only exclude_from_bom) (property "Reference" "H1"))
                  (footprint "Logo" (attr board_only) (property "Reference" "G1")))
                """);
        file("bom.csv", "Part,Quantity\nscrew,2\n");
        assertEquals(List.of("board.kicad_sch:1 only-drawn [R1]", "board.kicad_pcb:1 only-placed [R2]"), found());
        file("bom.csv", "Part,Quantity,References\nres,1,R1\nwire,1,W1\n");
        assertEquals(List.of("board.kicad_pcb:1 not-listed [R2, ]", "bom.csv:2:3 not-placed [R1, res]"), found());
        assertTrue(run().getLast().fixes().getFirst().name().key().equals("design.fix-take-reference"));
    }
}
