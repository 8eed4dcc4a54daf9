package org.commonwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What REUSE 3.3 asks of the project as a whole: each file has a licence, each licence its text, and the other way round.
class ReuseTest {
    private static final Path ROOT = Path.of(System.getProperty("commonwright.root", ".."));

    @Test
    void everyLicenceHasItsTextAndEveryTextIsUsed() throws IOException {
        JsonNode reuse = new TomlMapper().readTree(ROOT.resolve("REUSE.toml").toFile());
        assertEquals("1", reuse.path("version").asText());
        var used = new TreeSet<String>();
        boolean whole = false;
        for (JsonNode annotation : reuse.path("annotations")) {
            String licence = annotation.path("SPDX-License-Identifier").asText();
            assertTrue(annotation.hasNonNull("SPDX-FileCopyrightText"), annotation.toString());
            used.add(licence);
            whole |= annotation.path("path").asText().equals("**");
        }
        assertTrue(whole, "some files have no licence");
        try (var texts = Files.list(ROOT.resolve("LICENSES"))) {
            assertEquals(used, texts.map(file -> file.getFileName().toString().replaceAll("\\.txt$", ""))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
