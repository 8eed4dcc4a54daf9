package org.commonwright.design.kicad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.design.BomModuleLines;
import org.commonwright.design.DesignSource;
import org.commonwright.design.MemoryTree;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.ModuleTreeReader;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

/// Boards without an exported bill of materials have the one that their schematic is.
class KicadBomTest {
    private static final String ROOT = """
            (kicad_sch (version 20231120)
              (symbol (lib_id "Device:R") (in_bom yes) (on_board yes) (dnp no) (uuid "a")
                (property "Reference" "R2") (property "Value" "10k") (property "Footprint" "R_0603")
                (property "MPN" "RC0603-10K") (property "Manufacturer" "Yageo") (property "ki_keywords" "resistor"))
              (symbol (lib_id "Device:R") (in_bom yes) (on_board yes) (dnp no) (uuid "b")
                (property "Reference" "R1") (property "Value" "10k") (property "Footprint" "R_0603")
                (property "MPN" "RC0603-10K") (property "Manufacturer" "Yageo"))
              (symbol (lib_id "power:GND") (in_bom yes) (uuid "c") (property "Reference" "#PWR01") (property "Value" "GND"))
              (symbol (lib_id "Device:C") (in_bom yes) (on_board yes) (dnp yes) (uuid "d")
                (property "Reference" "C1") (property "Value" "100n") (property "Footprint" "C_0603"))
              (sheet (uuid "s") (property "Sheetname" "Power") (property "Sheetfile" "power.kicad_sch"))
              (sheet (uuid "t") (property "Sheetname" "Away") (property "Sheetfile" "away.kicad_sch")))
            """;
    private static final String POWER = """
            (kicad_sch (version 20231120)
              (symbol (lib_id "Device:U") (in_bom yes) (on_board yes) (uuid "e")
                (property "Reference" "U1") (property "Value" "LM317") (property "Footprint" "SOT-223")))
            """;
    private static final String LEGACY = """
            EESchema Schematic File Version 4
            $Comp
            L Device:R R1
            U 1 1 5C0
            F 0 "R1" H 0 0 50  0000 C CNN
            F 1 "4k7" H 0 0 50  0000 C CNN
            F 2 "R_0805" H 0 0 50  0001 C CNN
            F 3 "~" H 0 0 50  0001 C CNN
            F 4 "RC0805-4K7" H 0 0 50  0001 C CNN "MPN"
            $EndComp
            $Sheet
            S 0 0 100 100
            F0 "More" 50
            F1 "more.sch" 50
            $EndSheet
            """;
    private static final String MORE = "EESchema Schematic File Version 4\n$Comp\nL Device:C C1\nF 0 \"C1\" H\nF 1 \"1u\" H\n"
            + "F 2 \"C_0805\" H\n$EndComp\n";

    @Test
    void componentsThatAreAlikeAreOneLineAndSheetsAreFollowed() {
        Bom bom = KicadBom.read(MemoryTree.of(Map.of("board.kicad_sch", ROOT, "power.kicad_sch", POWER)),
                new RepoPath("board.kicad_sch"), "board.kicad_sch");
        assertEquals(List.of("C1 1 false :9", "R1 R2 2 true :5", "U1 1 true power.kicad_sch:2"),
                bom.lines().stream().map(KicadBomTest::shown).toList());
        BomLine resistor = bom.lines().get(1);
        assertEquals("RC0603-10K", resistor.mpn());
        assertEquals("Yageo", resistor.manufacturer());
        assertEquals(List.of("files.missing"), bom.problems().stream().map(Problem::code).toList());
    }

    @Test
    void schematicsOfOldVersionsToo() {
        Bom bom = KicadBom.read(MemoryTree.of(Map.of("b/board.sch", LEGACY, "b/more.sch", MORE)),
                new RepoPath("b/board.sch"), "b/board.sch");
        assertEquals(List.of("C1 1 true more.sch:2", "R1 1 true :2"),
                bom.lines().stream().map(KicadBomTest::shown).toList());
        assertEquals("RC0805-4K7", bom.lines().get(1).mpn());
    }

    @Test
    void oneReferenceWithTwoValuesAndOneWithoutANumberAreToldAndCounted() {
        String symbol = "  (symbol (in_bom yes) (unit %d) (property \"Reference\" \"%s\") (property \"Value\" \"%s\"))\n";
        String sheet = "(kicad_sch\n" + symbol.formatted(1, "R1", "10k") + symbol.formatted(1, "R1", "22k")
                + symbol.formatted(1, "R?", "1k") + symbol.formatted(1, "U1", "TL072")
                + symbol.formatted(2, "U1", "TL072") + symbol.formatted(1, "C1", "1u") + symbol.formatted(1, "C1", "1u")
                + symbol.formatted(1, "#PWR?", "GND") + ")";
        Bom bom = KicadBom.read(MemoryTree.of(Map.of("a.kicad_sch", sheet)), new RepoPath("a.kicad_sch"),
                "a.kicad_sch");
        assertEquals(List.of("C1 1 true :7", "R1 1 true :2", "U1 1 true :5"),
                bom.lines().stream().map(KicadBomTest::shown).toList());
        assertEquals(List.of("3 bom.skipped-reference-again R1 22k", "4 bom.skipped-unnumbered R? 1k",
                "8 bom.skipped-reference-again C1 1u"),
                bom.skipped().stream().map(s -> s.row() + " " + s.reason().key() + " " + s.text()).toList());
        assertEquals(List.of("a.kicad_sch:3 bom.reference-two-values [R1, 22k, 10k, 2]",
                "a.kicad_sch:8 bom.reference-again [C1, 1u, 1u, 7]", "a.kicad_sch:4 bom.unnumbered [1, R?]"),
                bom.problems().stream().map(p -> p.place() + " " + p.code() + " " + p.arguments()).toList());
    }

    @Test
    void inOldSchematicsToo() {
        String sheet = "EESchema Schematic File Version 4\n" + comp("R1", 1, "10k") + comp("R1", 1, "22k")
                + comp("U1", 1, "74HC00") + comp("U1", 2, "74HC00") + comp("C?", 1, "1u") + comp("#FLG01", 1, "PWR");
        Bom bom = KicadBom.read(MemoryTree.of(Map.of("a.sch", sheet)), new RepoPath("a.sch"), "a.sch");
        assertEquals(2, bom.lines().size());
        assertEquals(List.of("bom.skipped-reference-again", "bom.skipped-unnumbered"),
                bom.skipped().stream().map(s -> s.reason().key()).toList());
        assertEquals(List.of("bom.reference-two-values", "bom.unnumbered"),
                bom.problems().stream().map(Problem::code).toList());
    }

    @Test
    void referencesOfHierarchiesThatAreNoMoreDoNotCount() {
        String root = "EESchema Schematic File Version 4\n" + used("a", "1") + used("b", "2");
        String twice = "EESchema Schematic File Version 4\n$Comp\nL x:x R7\nU 1 1 AA\nAR Path=\"/AA\" Ref=\"R7\"  Part=\"1\"\n"
                + "AR Path=\"/1/AA\" Ref=\"R1\"  Part=\"1\"\nAR Path=\"/2/AA\" Ref=\"R2\"  Part=\"1\"\n"
                + "AR Path=\"/9/AA\" Ref=\"R?\"  Part=\"1\"\nF 0 \"R1\" H\nF 1 \"1k\" H\n$EndComp\n"
                + used("root", "3");
        Bom bom = KicadBom.read(MemoryTree.of(Map.of("root.sch", root, "twice.sch", twice)),
                new RepoPath("root.sch"), "root.sch");
        assertEquals(List.of("R1 R2 2 true twice.sch:2"), bom.lines().stream().map(KicadBomTest::shown).toList());
        assertEquals(List.of(), bom.problems());
    }

    private static String used(String name, String id) {
        return "$Sheet\nS 0 0 1 1\nU " + id + "\nF0 \"" + name + "\" 60\nF1 \"" + (name.equals("root") ? name : "twice")
                + ".sch\" 60\n$EndSheet\n";
    }

    private static String comp(String reference, int unit, String value) {
        return "$Comp\nL x:x " + reference + "\nU " + unit + " 1 5C0\nF 0 \"" + reference + "\" H\nF 1 \"" + value
                + "\" H\nF 2 \"\" H\n$EndComp\n";
    }

    @Test
    void aBoardWithoutABillOfMaterialsIsAModuleWithOne() {
        ModuleTree tree = tree(Map.of("pcb/main/board.kicad_pro", "{}", "pcb/main/board.kicad_sch", ROOT,
                "pcb/main/power.kicad_sch", POWER));
        assertEquals("pcb/main/board.kicad_sch", String.valueOf(tree.find("main").bom()));
        assertEquals(List.of(1, 2), Rollup.of(ModuleBom.of(tree.root()), 1, null).lines().stream()
                .map(l -> l.total().number().intValue()).sorted().toList());
        ModuleTree listed = tree(Map.of("board.kicad_pro", "{}", "board.kicad_sch", ROOT, "bom.csv",
                "Part,Quantity\nx,1\n"));
        assertEquals("bom.csv", String.valueOf(listed.root().bom()));
    }

    @Test
    void whatIsNoSchematicIsRefusedInOneSentence() {
        for (String text : List.of("", "x", "<eagle/>", "(kicad_pcb)", "(kicad_sch", "(kicad_sch ".repeat(5000))) {
            Fault fault = assertThrows(Fault.class, () -> KicadBom.read(MemoryTree.of(Map.of("a.sch", text)),
                    new RepoPath("a.sch"), "a.sch"));
            assertEquals(true, List.of("bom.not-a-schematic", "design.kicad-broken").contains(fault.code()));
        }
    }

    @Test
    void aSheetOutsideTheRepositoryIsTold() {
        Bom bom = KicadBom.read(
                MemoryTree.of(Map.of("b/board.kicad_sch", ROOT.replace("power.kicad_sch", "../../../etc/passwd"),
                        "b/away.kicad_sch", "(kicad_sch)")),
                new RepoPath("b/board.kicad_sch"), "b/board.kicad_sch");
        assertEquals(List.of("bom.sheet-outside"), bom.problems().stream().map(Problem::code).toList());
        assertEquals(2, bom.lines().size());
    }

    @Test
    void moreSheetsThanAreReadAreTold() {
        Map<String, String> sheets = new HashMap<>();
        for (int i = 0; i < 1200; i++) {
            sheets.put("s" + i + ".kicad_sch", "(kicad_sch (symbol (property \"Reference\" \"R" + i
                    + "\") (property \"Value\" \"1k\")) (sheet (property \"Sheetfile\" \"s" + (i + 1)
                    + ".kicad_sch\")))");
        }
        Bom bom = KicadBom.read(MemoryTree.of(sheets), new RepoPath("s0.kicad_sch"), "s0.kicad_sch");
        assertEquals(List.of("bom.sheets-too-many"), bom.problems().stream().map(Problem::code).toList());
        assertEquals(1000, bom.lines().getFirst().references().size());
    }

    @Test
    void aVeryLongValueOfAnOldSchematicIsReadOrRefused() {
        String text = LEGACY.replace("4k7", "x".repeat(200_000)).replace("more.sch", "");
        Fault fault = assertThrows(Fault.class, () -> KicadBom.read(MemoryTree.of(Map.of("a.sch", text)),
                new RepoPath("a.sch"), "a.sch"));
        assertEquals("bom.cell-too-long", fault.code());
    }

    private static String shown(BomLine line) {
        return String.join(" ", line.references()) + " " + line.quantity().number() + " " + line.fitted() + " "
                + line.sheet() + ":" + line.row();
    }

    private static ModuleTree tree(Map<String, String> files) {
        return new ModuleTreeReader(new BomModuleLines(), _ -> Optional.empty())
                .read(new DesignSource("root", "root", null, MemoryTree.of(files), true));
    }
}
