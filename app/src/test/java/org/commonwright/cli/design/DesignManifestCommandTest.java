package org.commonwright.cli.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignManifestCommandTest extends CliRig {
    @TempDir
    Path design;

    @Test
    void lookingWritesNothingAndEachOptionWritesItsOwn() throws IOException {
        Files.createDirectories(design.resolve("lift"));
        Files.writeString(design.resolve("bom.csv"), "Part,Quantity,Module\nlift,2,lift\n");
        Files.writeString(design.resolve("lift/bom.csv"), "Part,Quantity\nrod,1\n");
        Files.writeString(design.resolve("lift/okh.yml"), "title: Lift\ndescription: Lifts\n");
        String where = design.toString();
        assertEquals(Cli.DONE, run("design", "manifest", where), err::toString);
        assertTrue(out().contains("okh.toml is missing; --init writes it"), out());
        assertTrue(out().contains("lift/okh.yml is of Open Know-How 1.0"), out());
        assertEquals(Cli.NO, run("design", "manifest", where, "--check"));
        assertFalse(Files.exists(design.resolve("okh.toml")));

        assertEquals(Cli.DONE, run("design", "manifest", where, "--init", "--json"), err::toString);
        JsonNode manifests = new ObjectMapper().readTree(out()).path("manifests");
        assertEquals("missing", manifests.path(0).path("state").asText());
        assertTrue(manifests.path(0).path("written").asBoolean());
        assertEquals("old", manifests.path(1).path("state").asText());
        assertFalse(manifests.path(1).path("written").asBoolean());
        assertTrue(Files.exists(design.resolve("okh.toml")));
        assertFalse(Files.exists(design.resolve("lift/okh.toml")));

        assertEquals(Cli.NO, run("design", "manifest", where, "--complete", "--check"), out());
        assertEquals("Lift", new ObjectMapper().readTree(tree(where)).path("modules").path(0).path("name").asText());
        assertTrue(Files.readString(design.resolve("lift/okh.toml")).contains("function = \"Lifts\"\n"));
        Files.writeString(design.resolve("okh.toml"), """
                okhv = "2.4"
                name = "Top"
                repo = "https://example.org/top"
                version = "1.0"
                license = "MIT"
                licensor = "Ada"
                function = "Stands"
                bom = "bom.csv"
                """);
        assertEquals(Cli.DONE, run("design", "manifest", where, "--check"), out());
    }

    private String tree(String where) {
        assertEquals(Cli.DONE, run("design", "tree", where, "--json"));
        return out();
    }
}
