package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// `machine boards`, `machine flash`, `machine monitor`.
class MachineBoardCommandsTest extends CliRig {
    private String hex() throws IOException {
        return Files.writeString(folder.resolve("a.hex"), ":01000000AA55\n:00000001FF\n").toString();
    }

    @Test
    void theBoardsThereAre() throws IOException {
        assertEquals(Cli.DONE, run("machine", "boards", "--json"));
        JsonNode node = new ObjectMapper().readTree(out.toByteArray());
        assertTrue(node.path("boards").findValuesAsText("id").containsAll(List.of("uno", "nano-old", "mega", "micro")));
        assertEquals(Cli.DONE, run("machine", "boards"));
        assertTrue(out().contains("uno: Arduino Uno, atmega328p, 32,256 bytes"), out());
    }

    @Test
    void theMonitorPrintsLinesAndTheirNumbersAsATable() throws IOException {
        Path kept = folder.resolve("kept.csv");
        assertEquals(Cli.DONE, run("machine", "monitor", "virtual:arduino", "--seconds", "0.4", "--csv", "--save",
                kept.toString()), err());
        assertTrue(out().startsWith("seconds,sine,cosine,drift\n0.000,"), out());
        assertTrue(out().lines().count() > 3, out());
        assertEquals(out(), Files.readString(kept));
        assertEquals(Cli.DONE, run("machine", "monitor", "virtual:arduino", "--seconds", "0.4", "--send", "hello",
                "--json"), err());
        assertTrue(out().lines().anyMatch(line -> line.contains("\"text\":\"hello yourself\"")), out());
    }

    @Test
    void whatCannotBeWrittenIsSaidInOneSentence() throws IOException {
        assertEquals(Cli.BAD_INPUT, run("machine", "flash", "/dev/nothing", hex(), "--board", "due"));
        assertTrue(err().startsWith("There is no board due here."), err());
        assertEquals(Cli.BAD_INPUT, run("machine", "flash", "virtual:arduino", hex(), "--board", "uno"));
        assertTrue(err().startsWith("virtual:arduino is no serial port"), err());
        assertEquals(Cli.BAD_INPUT, run("machine", "flash", "/dev/nothing", folder.resolve("none.hex").toString(),
                "--board", "uno"));
        assertTrue(err().startsWith("There is no file "), err());
        assertEquals(Cli.BAD_INPUT, run("machine", "monitor", "virtual:arduino", "--baud", "300"));
        assertTrue(err().startsWith("virtual:arduino does not run at a speed of 300."), err());
        assertEquals(Cli.BAD_INPUT, run("machine", "monitor", "virtual:arduino", "--ending", "no"));
        assertTrue(err().startsWith("no is no line ending."), err());
        Path kept = Files.writeString(folder.resolve("keep.txt"), "kept\n");
        assertEquals(Cli.BAD_INPUT, run("machine", "monitor", "/dev/nope", "--save", kept.toString()));
        assertTrue(err().startsWith("There is no port /dev/nope"), err());
        for (String seconds : List.of("NaN", "-1.0")) {
            assertEquals(Cli.BAD_INPUT, run("machine", "monitor", "virtual:arduino", "--seconds", seconds, "--save",
                    kept.toString()));
            assertEquals(seconds + " is no number of seconds from 0.", err());
        }
        assertEquals("kept\n", Files.readString(kept));
    }

    @Test
    void aPortThatCannotBeOpenedIsSaidAndAllThatTheToolSaidIsInTheJson() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/avrdude")),
                "/usr/bin/avrdude is not there; for this test: sudo apt install avrdude");
        assertEquals(Cli.NO, run("machine", "flash", "/dev/nothing", hex(), "--board", "uno", "--json"), err());
        JsonNode node = new ObjectMapper().readTree(out.toByteArray());
        assertEquals("arduino.cannot-open", node.path("failure").asText());
        assertTrue(node.path("output").asText().contains("avrdude"), out());
        assertEquals(Cli.NO, run("machine", "flash", "/dev/nothing", hex(), "--board", "uno"));
        assertTrue(err().contains("avrdude cannot open /dev/nothing."), err());
    }
}
