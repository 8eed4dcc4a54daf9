package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.junit.jupiter.api.Test;

class HeightMapCommandTest extends CliRig {
    private static final String BOARD = "G21G90\nG0Z5\nG0X5Y5\nM3S8000\nG1Z-0.1F100\nG1X35\nG3X35Y25I0J10\nG1X5\nG0Z5\n"
            + "M5\nM30\n";
    @Test
    void aBoardIsProbedLevelledAndMilled() throws IOException {
        String board = Files.writeString(folder.resolve("board.nc"), BOARD).toString();
        String map = folder.resolve("board.heightmap.json").toString();
        String levelled = folder.resolve("levelled.nc").toString();
        assertEquals(Cli.DONE, run("machine", "heightmap", "virtual:grbl", board, "--step", "10", "-o", map, "--json"),
                err::toString);
        assertEquals(5, json().path("columns").asInt());
        assertEquals(3, json().path("rows").asInt());
        assertTrue(json().path("complete").asBoolean());
        String id = json().path("sha256").asText();
        assertEquals(-1, json().path("heights_mm").path(1).path(2).asDouble(), 0.3);

        assertEquals(Cli.DONE, run("gcode", "level", board, "--map", map, "-o", levelled, "--json"), err::toString);
        assertEquals(id, json().path("map_sha256").asText());
        assertEquals(4, json().path("lines_changed").asInt());
        assertTrue(json().path("least_mm").asDouble() < -0.8);
        assertTrue(Files.readString(Path.of(levelled)).contains(id));
        assertEquals(Cli.DONE, run("gcode", "level", board, "--map", map, "-o", levelled));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("4 lines were written anew as "), out::toString);
        assertEquals(BOARD, Files.readString(Path.of(board)));
        assertEquals(Cli.DONE, run("machine", "run", "virtual:grbl", levelled, "--json"), err::toString);
        assertEquals(id, json().path("height_map").path("sha256").asText());

        assertEquals(Cli.DONE, run("machine", "heightmap", "virtual:grbl", board, "--continue", "-o", map));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("15 of 15 points, 5 × 3, from -"), out::toString);
        bad("levelled already", "gcode", "level", levelled, "--map", map, "-o", levelled);
        bad("cannot be read as a height map", "gcode", "level", board, "--map", board, "-o", levelled);
    }

    @Test
    void aMapThatIsThereIsNotLost() throws IOException {
        String board = Files.writeString(folder.resolve("board.nc"), BOARD).toString();
        Path map = folder.resolve("board.heightmap.json");
        assertEquals(Cli.DONE, run("machine", "heightmap", "virtual:grbl", board, "-o", map.toString()));
        String whole = Files.readString(map);
        bad("is there already, and nothing was probed", "machine", "heightmap", "virtual:grbl", board, "-o",
                map.toString());
        bad("it has 5 × 3 points from X 5 to 44.998 and from Y 5 to 25, needed are 9 × 5 points", "machine",
                "heightmap",
                "virtual:grbl", board, "-o", map.toString(), "--continue", "--step", "5");
        String other = Files.writeString(folder.resolve("other.nc"), BOARD.replace("X35", "X36")).toString();
        bad("has other points than other.nc needs", "machine", "heightmap", "virtual:grbl", other, "-o",
                map.toString(), "--continue");
        assertEquals(whole, Files.readString(map));
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingMoves() throws IOException {
        String board = Files.writeString(folder.resolve("board.nc"), BOARD).toString();
        String map = folder.resolve("map.json").toString();
        bad("speak GRBL", "machine", "heightmap", "virtual:marlin", board, "-o", map);
        bad("do not go together", "machine", "heightmap", "virtual:grbl", board, "-o", map, "--safe", "-3");
        bad("Choose a wider step", "machine", "heightmap", "virtual:grbl", board, "-o", map, "--step", "0.1");
        String air = Files.writeString(folder.resolve("air.nc"), "G0X5\n").toString();
        bad("does not say where it cuts", "machine", "heightmap", "virtual:grbl", air, "-o", map);
        bad("did not touch anything", "machine", "heightmap", "virtual:grbl", board, "-o", map, "--lowest", "-0.3");
        assertTrue(Files.notExists(Path.of(map)));
    }

    private void bad(String says, String... arguments) {
        assertEquals(Cli.BAD_INPUT, run(arguments));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains(says) && said.lines().count() == 1, said);
    }
}
