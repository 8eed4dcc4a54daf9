package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plain lists, Markdown, and what conflicts leave behind.
class ListsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {"2 x M3x10;2 pcs M3x10", "2x M3x10;2 pcs M3x10",
            "- 4 M3 nut;4 pcs M3 nut", "* [ ] 3 pcs of tape;3 pcs tape", "0.8 m rod;0.8 m rod",
            "0,5 m of cord;0.5 m cord",
            "1. 2 × nut;2 pcs nut", "½ m hose;0.5 m hose", "M3 nut (x4);4 pcs M3 nut", "M3x10: 2;2 pcs M3x10",
            "washer x 12;12 pcs washer", "2 mm hex key;2 pcs mm hex key", " 3 Washer  M2 x 5mm;3 pcs Washer  M2 x 5mm",
            "4 M4 cap screw x 20mm;4 pcs M4 cap screw x 20mm", "10 g glue;10 g glue",
            "608 bearing: 3;3 pcs 608 bearing", "rope, 2 m;2 m rope",
            "4 M4 screw, 20 m;4 pcs M4 screw, 20 m"})
    void anItemSaysHowManyOfWhat(String line, String said) {
        Bom bom = read("1 thing\n" + line + "\n");
        assertEquals("list", bom.format());
        assertEquals(said, said(bom).getLast().replaceFirst("^\\S+ ", ""));
    }

    @Test
    void totalsBehindColumnsForEachAssembly() {
        Bom bom = read(
                "Vitamins:\n    A  B\n    x  y\n  1|  |  1 card\n  2|14| 16 screw\n\nPrinted:\n   | 1|  1 lid.stl\n\n"
                        + "Assemblies:\n  1 A_assembly\n");
        assertEquals(List.of("4 1 pcs card", "5 16 pcs screw", "8 1 pcs lid.stl"), said(bom));
        assertEquals(List.of("lid.stl"), bom.lines().getLast().files());
        assertEquals(8, bom.skipped().size());
    }

    @Test
    void assembliesAreModules() {
        Bom bom = read("lift_assembly:\nVitamins:\n 2 rod\nSub-assemblies:\n 2 foot_assemblies\n 1 other_assembly\n\n"
                + "foot_assembly:\nVitamins:\n 1 pad\n");
        assertEquals(
                List.of(":rod", ":foot_assembly#foot_assembly", ":other_assemblyother_assembly", "foot_assembly:pad"),
                bom.lines().stream().map(l -> l.section() + ":" + l.part() + l.module()).toList());
    }

    @Test
    void markdownTablesThatListParts() {
        Bom bom = read("# Parts of 2 lifts\n\ntext | with a bar\n\n| Qty | Part | Notes |\n|---:|:---|---|\n"
                + "| 2 | [M3x10](https://e.org) | **long** `a\\|b`<br>c |\n| 0.5 m | cord |\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        assertEquals("markdown", bom.container());
        assertEquals(List.of("7 2 pcs M3x10", "8 0.5 m cord"), said(bom));
        assertEquals("long a|b\nc", bom.lines().getFirst().notes());
        assertEquals(11, bom.rows());
        assertEquals(List.of(1, 2, 3, 4, 6, 9, 10, 11, 12), bom.skipped().stream().map(s -> s.row()).toList());
    }

    @Test
    void aConflictThatNobodySolvedIsTold() {
        Bom bom = read("Part,Quantity\na,1\n<<<<<<< HEAD\nb,2\n||||||| base\nb,1\n=======\nb,3\n>>>>>>> fork\nc,4\n");
        assertEquals(List.of("2 1 pcs a", "4 2 pcs b", "10 4 pcs c"), said(bom));
        assertEquals(
                List.of("3 bom.skipped-conflict-mark", "5 bom.skipped-conflict-mark", "6 bom.skipped-conflict-other",
                        "7 bom.skipped-conflict-mark", "8 bom.skipped-conflict-other", "9 bom.skipped-conflict-mark"),
                bom.skipped().stream().map(s -> s.row() + " " + s.reason().key()).toList());
        assertEquals(List.of("bom.conflict"), bom.problems().stream().map(Problem::code).toList());
    }

    @ParameterizedTest
    @CsvSource({"bom (conflicted copy 2024-03-01).csv,bom.csv", "bom (Anna's conflicted copy).csv,bom.csv",
            "bom (Annas in Konflikt stehende Kopie 2024-03-01).csv,bom.csv",
            "bom (copie en conflit de Anna).xlsx,bom.xlsx",
            "bom.sync-conflict-20240101-120000-ABCDEFG.csv,bom.csv", "bom_conflict-20240102-030405.csv,bom.csv",
            "bom (1).csv,bom.csv", "bom.csv.orig,bom.csv", "bom_REMOTE_1234.csv,bom.csv", "bom.csv,", "bom-v2.csv,"})
    void copiesAreKnownByTheirNames(String name, String original) {
        assertEquals(Optional.ofNullable(original), ConflictedCopy.original(name));
    }

    private static Bom read(String text) {
        return BomReader.read("b", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> said(Bom bom) {
        return bom.lines().stream().map(ListsTest::said).toList();
    }

    private static String said(BomLine line) {
        return line.row() + " " + line.quantity().number().toPlainString() + " " + line.quantity().unit().symbol() + " "
                + line.part();
    }
}
