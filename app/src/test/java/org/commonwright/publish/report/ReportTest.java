package org.commonwright.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.page.HtmlPage;
import org.commonwright.publish.report.Report.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path home;

    private void file(String path, String text) throws IOException {
        Path file = home.resolve("design").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ModuleTree tree() {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return new DesignReader(workspace).read(home.resolve("design")).tree();
        }
    }

    private static String answer(Report report, String question) {
        Answer answer = report.answers().stream().filter(a -> a.questionKey().equals("publish.ask-" + question))
                .findFirst()
                .orElseThrow();
        return answer.verdict() + " " + answer.evidence();
    }

    @Test
    void suppliersThatTheListNamesItselfCount() throws IOException {
        file("bom.csv", """
                Part,Kind,Quantity,Supplier 1,Price 1,Supplier 2,Price 2,Currency
                motor,buy,1,Shop A,12.50,Shop B,13.00,EUR
                relay,buy,1,Shop A,2.50,,,EUR
                """);
        Report report = DurabilityReport.of(tree(), LocalDate.parse("2026-11-01"));
        assertEquals("NO [bom.csv:3:1: relay (Shop A)]", answer(report, "single-source"));
    }

    @Test
    void whatIsThereAndWhatIsMissing() throws IOException {
        file("okh.toml",
                "okhv = \"OKH-LOSHv1.0\"\nname = \"Lamp\"\nversion = \"1\"\nlicense = \"CERN-OHL-S-2.0\"\nlicensor = \"A\"\n");
        file("bom.csv",
                "Part,Kind,Quantity,File\narm-rear,make,1,export/arm-rear.stl\nfoot,make,1,export/foot.stl\nscrew,standard,4,\n");
        file("source/arms.scad", "");
        file("export/arm-rear.stl", "");
        file("export/foot.stl", "");
        Report report = CompletenessReport.of(tree());
        assertEquals("YES [okh.toml: name = Lamp]", answer(report, "name"));
        assertEquals("NO []", answer(report, "function"));
        assertEquals("PARTLY [bom.csv:3:1: foot]", answer(report, "sources"));
        assertEquals("YES [bom.csv:2:1: arm-rear, bom.csv:3:1: foot]", answer(report, "exports"));
        assertEquals("NO [Lamp]", answer(report, "instructions"));
        // Under another name, as the manifest says.
        file("source/parts.scad", "");
        file("okh.toml",
                "okhv = \"OKH-LOSHv1.0\"\nname = \"Lamp\"\nversion = \"1\"\nlicense = \"CERN-OHL-S-2.0\"\nlicensor = \"A\"\n"
                        + "[[part]]\nname = \"Foot\"\nsource = \"source/parts.scad\"\n");
        assertEquals("YES [bom.csv:2:1: arm-rear, bom.csv:3:1: foot]",
                answer(CompletenessReport.of(tree()), "sources"));
        file("docs/assembly.md", "Screw it together.\n");
        file("docs/user-manual.md", "Switch it on.\n");
        report = CompletenessReport.of(tree());
        assertEquals("YES [docs/assembly.md]", answer(report, "instructions"));
        assertEquals("YES [docs/user-manual.md]", answer(report, "manual"));
        String html = HtmlPage.write(ReportPage.of(report, new Messages(Locale.FRENCH)));
        assertTrue(html.contains("Elle dit comment s’en servir") && html.contains("docs/user-manual.md"), html);
    }

    /// What is written in a text or a table counts only when it means what it seems to.
    @Test
    void wordsThatMeanSomethingElse() throws IOException {
        file("bom.csv", """
                Part,Kind,Quantity,Spare,End of life
                fuse,standard,1,yes,
                tape,standard,1,no,no
                lamp,standard,1,,2027-02
                tube,standard,1,,yes
                epoxy resin,standard,1,,
                """);
        file("offers.csv",
                "Part,Supplier,Unit Price,Currency,Lifecycle\nlamp,A,1,EUR,discontinued\nfuse,A,1,EUR,active\n");
        file("docs/montage.md", "## Bras\n\nNe pas coller le bras.\n\nSouder les fils avec un fer à souder.\n\n"
                + "A hot glue gun helps to hold it.\n");
        Report report = DurabilityReport.of(tree(), LocalDate.parse("2026-11-01"));
        assertEquals("YES [bom.csv:2:1: fuse]", answer(report, "spares"));
        assertEquals("NO [bom.csv:5:1: tube (yes), offers.csv:2:5: lamp (discontinued), bom.csv:4:1: lamp (2027-02)]",
                answer(report, "end-of-life"));
        assertEquals("NO [bom.csv:6:1: epoxy resin]", answer(report, "glued"));
    }

    /// The community names a report, or one question of it; then its answers stop a release.
    @Test
    void whatTheCommunityWaitsForStopsARelease() throws IOException {
        file("bom.csv", "Part,Kind,Quantity,Manufacturer,MPN,Lifecycle\nmotor,buy,1,Maker,M1,obsolete\n");
        LocalDate today = LocalDate.parse("2026-11-01");
        assertEquals(List.of(), blocking(today));
        file("commons.toml", "version = 1\n[release]\nwaits-for = [\"durability.end-of-life\"]\n");
        assertEquals(List.of("bom.csv:2:1 durability"), blocking(today));
        file("commons.toml", "version = 1\n[release]\nwaits-for = [\"durability\"]\n");
        assertTrue(blocking(today).size() > 3, blocking(today).toString());
        assertEquals(List.of("durability"), DesignFindings.of(tree(), today, Set.of()).stream()
                .filter(f -> f.blocks()).map(f -> f.check()).distinct().toList());
        file("commons.toml", "version = 1\n[release]\nwaits-for = [\"completeness.name\"]\n");
        assertEquals(List.of("null completeness"), blocking(today));
    }

    private List<String> blocking(LocalDate today) {
        return DesignFindings.of(tree(), today, Set.of()).stream().filter(f -> f.blocks())
                .map(f -> f.problem().place() + " " + f.check()).toList();
    }

    @Test
    void whatCannotBeKeptAlive() throws IOException {
        file("bom.csv", """
                Part,Kind,Quantity,Manufacturer,MPN,Alternates,Notes,Lifecycle
                motor,buy,1,Maker,M1,,,NRND
                supply,buy,1,Maker,S1,Other: S2,,active
                chip,buy,1,Maker,C1,,,2030-01-01
                relay,buy,1,Maker,R1,,,2024-12-31
                belt,standard,1,,,,wear part,
                """);
        file("offers.csv", """
                Part,Supplier,Unit Price,Currency,Date
                motor,Shop A,10,EUR,2020-05-01
                chip,Shop A,1,EUR,2026-01-01
                chip,Shop B,1,EUR,2026-01-01
                """);
        file("docs/assembly.md", "## Arm\n\nTools: 2.5 mm key.\n\nGlue the arm with epoxy.\n");
        Report report = DurabilityReport.of(tree(), LocalDate.parse("2026-11-01"));
        assertEquals("NO [bom.csv:2:1: motor (Shop A), bom.csv:5:1: relay]", answer(report, "single-source"));
        assertEquals("NO [bom.csv:5:1: relay (2024-12-31), bom.csv:2:1: motor (NRND)]", answer(report, "end-of-life"));
        assertEquals("NO [offers.csv:2: motor, Shop A: 2020-05-01]", answer(report, "old-prices"));
        assertEquals("YES [bom.csv:6:1: belt]", answer(report, "spares"));
        assertEquals("YES [docs/assembly.md: 2.5 mm key]", answer(report, "tools"));
        assertEquals("NO [docs/assembly.md:5: Arm: Glue]", answer(report, "glued"));
        assertEquals("NO []", answer(report, "repair"));
        assertEquals("NO [bom.csv:6:1: belt]", answer(report, "wear-steps"));
        file("docs/repair.md", "Take the belt off the pulleys.");
        file("docs/assembly.md", "## Arm\n\nScrew it on.\n");
        report = DurabilityReport.of(tree(), LocalDate.parse("2026-11-01"));
        assertEquals("YES [docs/repair.md]", answer(report, "repair"));
        assertEquals("YES []", answer(report, "glued"));
        assertEquals("YES [bom.csv:6:1: belt]", answer(report, "wear-steps"));
        assertEquals(List.of(), report.answers().stream().filter(a -> a.questionKey().isEmpty()).toList());
    }
}
