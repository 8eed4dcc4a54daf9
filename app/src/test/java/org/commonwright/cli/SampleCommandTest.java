package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SampleCommandTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void opensTheSamplesOnceAndLeavesThemAloneThen() throws IOException {
        Path to = folder.resolve("designs");
        assertEquals(Cli.DONE, run("sample", "open", "--to", to.toString(), "--json"));
        JsonNode first = new ObjectMapper().readTree(out.toByteArray()).path("designs").path(0);
        assertEquals("pen-plotter", first.path("name").asText());
        assertFalse(first.path("existed").asBoolean());
        assertTrue(Files.isRegularFile(Path.of(first.path("folder").asText()).resolve("bom.csv")));
        assertEquals(2, first.path("forks").size());

        assertEquals(Cli.DONE, run("sample", "open", "--to", to.toString()));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("pen-plotter was there already"), said);
        assertTrue(said.contains("you are Maud Delorme"), said);
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(Cli.BAD_INPUT, run("sample", "open", "--to", file.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("could not be laid out"), err.toString());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var cli = new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.ENGLISH),
                AppFolders.under(folder.resolve("home")));
        return cli.run(List.of(arguments));
    }
}
