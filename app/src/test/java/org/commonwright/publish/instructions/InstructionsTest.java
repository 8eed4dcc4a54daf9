package org.commonwright.publish.instructions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.page.HtmlPage;
import org.commonwright.publish.page.PdfPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstructionsTest {
    private static final byte[] DOT = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path home;

    private void file(String path, String text) throws IOException {
        Path file = home.resolve("design").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Instructions read(String language) {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return new InstructionsReader(language)
                    .read(new DesignReader(workspace).read(home.resolve("design")).tree());
        }
    }

    private void plotter() throws IOException {
        file("bom.csv", "Part,Kind,Quantity,Unit,Module\ncarriage,module,2,pcs,carriage\nbelt,standard,1.5,m,\n");
        file("docs/assembly.md", """
                # Plotter

                ## Belt

                Needs: 2 `carriage`, `belt` (1.5 m), a file.

                Tools: side cutter, pliers.

                Lay it in. ![dot](../img/dot.png) ![far](https://example.org/a.png) ![out](../../../etc/passwd)
                """);
        Files.createDirectories(home.resolve("design/img"));
        Files.write(home.resolve("design/img/dot.png"), DOT);
        file("carriage/bom.csv", "Part,Quantity,MPN\nscrew-m3x8,6,\nplate,1,\nspring,1,\nbearing,4,LM8UU\n");
        file("carriage/docs/assembly.md", """
                # Carriage

                ## One

                Needs: four `screw-m3x8`, one plate, 4 LM8UU, `screw-m3x10`.

                ## Two

                Parts: 1 `screw-m3x8`.

                Turn it with a [2.5 mm key]{cat: tool}.
                """);
    }

    @Test
    void whatIsInsideComesFirstWithThePartsAndToolsOfEachStep() throws IOException {
        plotter();
        Instructions instructions = read("en");
        assertEquals(List.of("carriage", "design"),
                instructions.modules().stream().map(m -> m.module().name()).toList());
        ModuleSteps carriage = instructions.modules().getFirst();
        assertEquals(2, carriage.times().intValueExact());
        assertEquals(List.of("Carriage", "One", "Two"), carriage.steps().stream().map(Step::title).toList());
        assertEquals(List.of("screw-m3x8 4", "screw-m3x10 null", "plate 1", "LM8UU 4"),
                carriage.steps().get(1).needs()
                        .stream().map(n -> n.name() + " " + n.count()).toList());
        assertEquals(List.of("2.5 mm key"), carriage.steps().get(2).tools());
        Step belt = instructions.modules().get(1).steps().get(1);
        assertEquals(List.of("carriage 2", "belt 1.5"),
                belt.needs().stream().map(n -> n.name() + " " + n.count()).toList());
        assertEquals(List.of("side cutter", "pliers"), belt.tools());
    }

    @Test
    void whereTextAndListDifferIsTold() throws IOException {
        plotter();
        assertEquals(List.of("publish.need-unknown [screw-m3x10, One]", "publish.need-count [screw-m3x8, 5, 6]",
                "publish.need-in-no-step [spring]", "publish.picture-elsewhere [https://example.org/a.png]",
                "publish.picture-missing [../../../etc/passwd]"),
                read("en").problems().stream().filter(p -> p.code().startsWith("publish.")).map(InstructionsTest::told)
                        .toList());
    }

    private static String told(Problem problem) {
        return problem.code() + " " + problem.arguments();
    }

    @Test
    void thePageHoldsThePicturesOfTheDesignAndNoOthers() throws IOException {
        plotter();
        String html = HtmlPage.write(InstructionsPage.of(read("en"), new Messages(Locale.ENGLISH)));
        assertEquals(2, html.split("<img ").length);
        assertTrue(html.contains("[out: ../../../etc/passwd]"), html);
        assertFalse(html.contains("src=\"http"));
        assertTrue(html.contains("Make 2 of these."));
        assertTrue(html.contains("<td class=\"n\">1.5\u00a0m</td><td>belt</td>"), html);
        byte[] pdf = PdfPage.write(InstructionsPage.of(read("fr"), new Messages(Locale.FRENCH)));
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("À faire 2 fois.") && text.contains("Outils\u00a0: side cutter, pliers"), text);
        }
    }

    @Test
    void aFrenchReaderGetsTheFrenchText() throws IOException {
        plotter();
        file("carriage/docs/assembly.fr.md", "## Un\n\nPièces : 6 `screw-m3x8`, `plate`, `spring`, 4 `bearing`.\n");
        assertEquals("Un", read("fr").modules().getFirst().steps().getFirst().title());
        assertEquals("Carriage", read("en").modules().getFirst().steps().getFirst().title());
        assertEquals(List.of(),
                read("fr").problems().stream().filter(p -> p.code().startsWith("publish.need")).toList());
    }

    @Test
    void allOfTheListIsWhatItSays() throws IOException {
        file("bom.csv", "Part,Quantity,Unit\nscrew,6,\nwire,0.4,m\n");
        file("assembly.md", "Needs: all of `bom.csv`, a soldering iron, `export/a.stl`.\n\nSolder.\n");
        Instructions all = read("en");
        assertEquals(List.of(), all.problems().stream().filter(p -> p.code().startsWith("publish.")).toList());
        assertEquals(List.of("screw 6", "wire 0.4"), all.modules().getFirst().steps().getFirst().needs().stream()
                .map(n -> n.name() + " " + n.count()).toList());
    }

    @Test
    void aDesignWithoutAnyTextIsToldWhatToWrite() throws IOException {
        file("bom.csv", "Part,Quantity\na,1\n");
        Fault fault = assertThrows(Fault.class, () -> read("en"));
        assertEquals("publish.no-instructions", fault.code());
    }
}
