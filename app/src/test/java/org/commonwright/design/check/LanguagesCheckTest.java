package org.commonwright.design.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesCheckTest {
    private static final String TWO = "# a\n\n## b\n";
    private static final String ONE = "# a\n";

    @TempDir
    Path home;

    @BeforeEach
    void aDesign() throws IOException {
        file("bom.csv", "Part,Quantity\nrod,1\n");
    }

    private void file(String path, String text) throws IOException {
        Path file = home.resolve("lamp").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> found() {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return DesignChecks.run(new DesignReader(workspace).read(home.resolve("lamp")).tree()).stream()
                    .map(DesignChecks.Finding::problem).filter(problem -> problem.code().startsWith("design.language-"))
                    .map(problem -> problem.place() + " " + problem.arguments()).toList();
        }
    }

    @Test
    void aTranslationInAFolderOfItsLanguageIsComparedWithTheTextAboveIt() throws IOException {
        file("docs/build.md", TWO);
        file("docs/fr/build.md", ONE);
        file("docs/de/steps/first.md", TWO);
        file("docs/steps/first.md", TWO);
        assertEquals(List.of("docs/fr/build.md [1, docs/build.md, 2]"), found());
    }

    @Test
    void theTextWithoutALanguageElseTheEnglishOneIsTheMeasure() throws IOException {
        file("README.de.md", ONE);
        file("README.md", TWO);
        file("docs/de/use.md", ONE);
        file("docs/en/use.md", TWO);
        assertEquals(List.of("README.de.md [1, README.md, 2]", "docs/de/use.md [1, docs/en/use.md, 2]"), found());
    }

    @Test
    void aTextThatCannotBeReadIsNotCompared() throws IOException {
        file("README.md", TWO);
        Files.write(home.resolve("lamp/README.fr.md"), ("# " + "a".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), found());
    }
}
