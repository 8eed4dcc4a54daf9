package org.commonwright.machine.heightmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeightMapFileTest {
    @TempDir
    private Path folder;

    @Test
    void aMapIsReadAsItWasWritten() {
        HeightMap map = new Bumps(new Random(3)).map(new Bounds(-5, 2, 0, 31, 20, 0), 7);
        HeightMap holed = HeightMap.empty(map.grid(), new HeightMap.Origin("Grbl 1.1h", "é\"\\\n.nc", "2026-01-01"))
                .with(3, 0.125);
        Path file = folder.resolve("board" + HeightMapFile.ENDING);
        HeightMapFile.write(file, map);
        HeightMap read = HeightMapFile.read(file);
        assertEquals(map.grid(), read.grid());
        for (int i = 0; i < map.grid().size(); i++) {
            assertEquals(map.at(i), read.at(i), 5e-5);
        }
        assertEquals(HeightMapFile.id(map), HeightMapFile.id(read));
        HeightMapFile.write(file, holed);
        read = HeightMapFile.read(file);
        assertEquals(holed.origin(), read.origin());
        assertEquals(1, read.known());
        assertFalse(read.isComplete());
        assertEquals(0.125, read.at(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"version\": 1|\"version\": 2|heightmap.newer",
            "\"version\": 1|\"version\": \"1\"|heightmap.bad-file", "-map|-mop|heightmap.bad-file",
            "\"unit\": \"mm\"|\"unit\": \"inch\"|heightmap.bad-file", "\"points\": 3|\"points\": 1|heightmap.bad-file",
            "\"points\": 3|\"points\": 2000000000|heightmap.bad-file", "\"points\": 3|\"points\": 4|heightmap.bad-file",
            "\"step\": 5.0|\"step\": 0|heightmap.bad-file", "\"step\": 5.0|\"step\": 1e300|heightmap.bad-file",
            "0.0000, 0.0000|0.0000, 1e9|heightmap.bad-file", "0.0000, 0.0000|0.0000, \"\"|heightmap.bad-file",
            "}|]|heightmap.bad-file"})
    void whatIsNoMapIsRefused(String part, String instead, String code) throws IOException {
        ProbeGrid grid = ProbeGrid.over(new Bounds(0, 0, 0, 10, 10, 0), 5);
        Path file = folder.resolve("bad.json");
        HeightMapFile.write(file, new HeightMap(grid, new HeightMap.Origin("", "", ""), new double[9]));
        String text = Files.readString(file);
        assertTrue(text.contains(part), text);
        Files.writeString(file, text.replace(part, instead));
        assertEquals(code, assertThrows(Fault.class, () -> HeightMapFile.read(file)).code());
    }

    @Test
    void aGridEndsAtTheEdgesOfItsArea() {
        ProbeGrid grid = ProbeGrid.over(new Bounds(1, 2, 0, 26, 2, 0), 10);
        assertEquals(4, grid.columns());
        assertEquals(26, grid.x(3), 1e-9);
        assertEquals(2, grid.rows());
        assertEquals(-3, grid.y(0), 1e-9);
        assertEquals(7, grid.y(4), 1e-9);
        assertEquals("heightmap.too-many-points",
                assertThrows(Fault.class, () -> ProbeGrid.over(new Bounds(0, 0, 0, 900, 900, 0), 1)).code());
        assertEquals("heightmap.no-area", assertThrows(Fault.class, () -> ProbeGrid.over(Bounds.EMPTY, 1)).code());
        assertEquals("heightmap.bad-step",
                assertThrows(Fault.class, () -> ProbeGrid.over(new Bounds(0, 0, 0, 9, 9, 0), 0)).code());
    }

    @Test
    void theAreaIsWhereTheProgramCuts() {
        Bounds area = CutArea.of(Program.of("a",
                "G21G90\nG0Z5\nG0X-50Y-50\nG0X10Y10\nG1Z-1F100\nG2X10Y10I10J0\nG0Z5\nG1X90Y90\nG0X200\n"));
        assertEquals(new Bounds(10, 0, -1, 30, 20, 5), new Bounds(Math.rint(area.minX()), Math.rint(area.minY()),
                area.minZ(), Math.rint(area.maxX()), Math.rint(area.maxY()), area.maxZ()));
        assertTrue(CutArea.of(Program.of("b", "G0X5\n(nothing)\n")).isEmpty());
    }
}
