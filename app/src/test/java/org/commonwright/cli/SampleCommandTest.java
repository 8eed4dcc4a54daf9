package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SampleCommandTest extends CliRig {
    @Override
    protected AppFolders folders() {
        return AppFolders.under(folder.resolve("home"));
    }

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
}
