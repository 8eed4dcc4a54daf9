package org.commonwright.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
    void whatIsThereAndWhatIsMissing() throws IOException {
        file("okh.toml",
                "okhv = \"OKH-LOSHv1.0\"\nname = \"Lamp\"\nversion = \"1\"\nlicense = \"CERN-OHL-S-2.0\"\nlicensor = \"A\"\n");
        file("bom.csv",
                "Part,Kind,Quantity,File\narm-rear,make,1,export/arm-rear.stl\nfoot,make,1,export/foot.stl\nscrew,standard,4,\n");
        file("source/arms.scad", "");
        file("export/arm-rear.stl", "");
        file("export/foot.stl", "");
        Report report = CompletenessReport.of(tree());
        assertEquals("YES [name = Lamp]", answer(report, "name"));
        assertEquals("NO []", answer(report, "function"));
        assertEquals("PARTLY [Lamp: foot]", answer(report, "sources"));
        assertEquals("YES [Lamp: arm-rear, Lamp: foot]", answer(report, "exports"));
        assertEquals("NO [Lamp]", answer(report, "instructions"));
        file("docs/assembly.md", "Screw it together.\n");
        file("docs/user-manual.md", "Switch it on.\n");
        report = CompletenessReport.of(tree());
        assertEquals("YES [docs/assembly.md]", answer(report, "instructions"));
        assertEquals("YES [docs/user-manual.md]", answer(report, "manual"));
        String html = HtmlPage.write(ReportPage.of(report, new Messages(Locale.FRENCH)));
        assertTrue(html.contains("Elle dit comment s’en servir") && html.contains("docs/user-manual.md"), html);
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
        assertEquals("NO [design: motor (Shop A), design: relay]", answer(report, "single-source"));
        assertEquals("NO [design: motor (NRND), design: relay (2024-12-31)]", answer(report, "end-of-life"));
        assertEquals("NO [motor, Shop A: 2020-05-01]", answer(report, "old-prices"));
        assertEquals("YES [design: belt]", answer(report, "spares"));
        assertEquals("YES [2.5 mm key]", answer(report, "tools"));
        assertEquals("NO [docs/assembly.md, Arm: Glue]", answer(report, "glued"));
        assertEquals("NO []", answer(report, "repair"));
        file("docs/repair.md", "x");
        file("docs/assembly.md", "## Arm\n\nScrew it on.\n");
        report = DurabilityReport.of(tree(), LocalDate.parse("2026-11-01"));
        assertEquals("YES [docs/repair.md]", answer(report, "repair"));
        assertEquals("YES []", answer(report, "glued"));
        assertEquals(List.of(), report.answers().stream().filter(a -> a.questionKey().isEmpty()).toList());
    }
}
