package org.commonwright.machine.heightmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.Bounds;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevellerTest {
    private static final Bounds AREA = new Bounds(0, 0, 0, 80, 50, 0);
    private static final int SEEDS = Integer.getInteger("commonwright.level.seeds", 12);
    /// Chords, parabolas in pieces, and four decimals.
    private static final double CUT = Pieces.CLOSE + 0.0006;

    private static Levelled level(String text, HeightMap map) {
        return Leveller.level(Program.of("board.nc", text), map, "board", Leveller.clearHeight(map), Progress.NONE);
    }

    private static String text(Levelled levelled) {
        return new String(levelled.program().bytes(), StandardCharsets.ISO_8859_1);
    }

    /// Lines, arcs in every plane, whole circles and helices at a known depth, travel above.
    private static String program(Random random, double depth) {
        var text = new StringBuilder("(board)\nG21 G90 G94\nG17\nM3 S8000\nG0 Z5\nF300\n");
        double x = 40;
        double y = 25;
        text.append(String.format(Locale.ROOT, "G0 X%.3f Y%.3f%nG1 Z%.3f F120%n", x, y, depth));
        for (int i = 0; i < 25; i++) {
            double toX = 5 + random.nextInt(70000) / 1000.0;
            double toY = 5 + random.nextInt(40000) / 1000.0;
            switch (random.nextInt(5)) {
                case 0 -> {
                    double r = Math.max(0.2, Math.min(Math.min(x, 80 - x), Math.min(y, 50 - y)) - 0.5);
                    text.append(String.format(Locale.ROOT, "G%d X%.3f Y%.3f I%.3f J0%n", 2 + random.nextInt(2), x, y,
                            x > 40 ? -r / 2 : r / 2));
                    continue;
                }
                case 1 -> {
                    // Half a circle bulges out of the area as little as the quarter that is left of it.
                    double half = Math.hypot(toX - x, toY - y) / 2;
                    text.append(String.format(Locale.ROOT, "G2 X%.3f Y%.3f R%.4f F%d%n", toX, toY, half * 40, 100 + i));
                }
                case 2 -> {
                    text.append("G0 Z5\n");
                    text.append(String.format(Locale.ROOT, "G0 X%.3f Y%.3f (over)%nG1 Z%.3f%n", toX, toY, depth));
                }
                default -> text.append(String.format(Locale.ROOT, "G1 X%.3f Y%.3f%n", toX, toY));
            }
            x = toX;
            y = toY;
        }
        return text.append("G0 Z5\nM5\nM30\n").toString().replace("\r\n", "\n");
    }

    @Test
    void theDepthBelowTheSurfaceIsThatOfTheProgram() {
        double worst = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            var random = new Random(seed);
            var bumps = new Bumps(random);
            HeightMap map = bumps.map(AREA, 3 + random.nextInt(12));
            String original = program(random, -0.1);
            Levelled levelled = level(original, map);
            Walk walk = Walk.of(levelled.program());
            assertEquals(List.of(), walk.problems, "seed " + seed);
            double bound = bumps.bound(map.grid()) + CUT;
            for (int i = 1; i < walk.ends.size(); i++) {
                double[] a = walk.ends.get(i - 1);
                double[] b = walk.ends.get(i);
                boolean cuts = !walk.rapid.get(i) && a[2] < 1 && b[2] < 1;
                for (int part = 0; cuts && part <= 8; part++) {
                    double x = a[0] + (b[0] - a[0]) * part / 8;
                    double y = a[1] + (b[1] - a[1]) * part / 8;
                    double z = a[2] + (b[2] - a[2]) * part / 8;
                    double error = Math.abs(z - bumps.z(x, y) + 0.1);
                    worst = Math.max(worst, error / bound);
                    assertTrue(error <= bound, "seed " + seed + " at " + x + " " + y + ": " + error + " > " + bound);
                }
            }
            everyEndStays(Walk.of(Program.of("o", original)), walk, seed);
            whatDoesNotCutStays(original, text(levelled), seed);
        }
        // The bound is not so wide that nothing could break it.
        assertTrue(worst > 0.3, () -> "nothing came near the bound");
    }

    private static void everyEndStays(Walk before, Walk after, int seed) {
        int at = 0;
        for (double[] end : before.ends) {
            while (at < after.ends.size() && (Math.abs(after.ends.get(at)[0] - end[0]) > 1e-4
                    || Math.abs(after.ends.get(at)[1] - end[1]) > 1e-4)) {
                at++;
            }
            assertTrue(at < after.ends.size(), "seed " + seed + ": nothing ends at " + end[0] + " " + end[1]);
        }
    }

    private static void whatDoesNotCutStays(String before, String after, int seed) {
        List<String> lines = new ArrayList<>(after.lines().toList());
        assertTrue(lines.removeFirst().startsWith("; levelled by board sha256 "));
        int at = 0;
        for (String line : before.lines().toList()) {
            if (!line.startsWith("G1") && !line.startsWith("G2") && !line.startsWith("G3")
                    || line.startsWith("G21")) {
                while (at < lines.size() && !lines.get(at).equals(line)) {
                    at++;
                }
                assertTrue(at < lines.size(), "seed " + seed + ": lost " + line);
            }
        }
    }

    /// The same moves written in inches, or from place to place, or both, come out as the same way.
    @ParameterizedTest
    @CsvSource({"false, true", "true, false", "true, true"})
    void unitsAndDistancesAreOnlyANotation(boolean inches, boolean relative) {
        for (int seed = 1; seed <= 10; seed++) {
            var random = new Random(seed);
            HeightMap map = new Bumps(random).map(AREA, 7);
            var plain = new StringBuilder("G21G90\nG0Z4\nG0X10Y10\n");
            var other = new StringBuilder(inches ? "G20\n" : "G21\n").append("G90\n");
            double unit = inches ? 25.4 : 1;
            other.append(String.format(Locale.ROOT, "G0Z%.6f%nG0X%.6fY%.6f%n", 4 / unit, 10 / unit, 10 / unit));
            other.append(relative ? "G91\n" : "");
            double[] at = {10, 10, 4};
            for (int i = 0; i < 30; i++) {
                double[] to = {1 + random.nextInt(7800) / 100.0, 1 + random.nextInt(4800) / 100.0,
                        random.nextInt(3) == 0 ? 4 : -0.1 * random.nextInt(4)};
                String motion = to[2] > 3 ? "G0" : "G1";
                plain.append(String.format(Locale.ROOT, "%sX%.4fY%.4fZ%.4fF200%n", motion, to[0], to[1], to[2]));
                other.append(motion);
                for (int axis = 0; axis < 3; axis++) {
                    double value = (relative ? to[axis] - at[axis] : to[axis]) / unit;
                    other.append(String.format(Locale.ROOT, "%c%.7f", (char) ('X' + axis), value));
                }
                other.append(String.format(Locale.ROOT, "F%.5f%n", 200 / unit));
                at = to;
            }
            Walk one = Walk.of(level(plain.toString(), map).program());
            Walk two = Walk.of(level(other.toString(), map).program());
            assertEquals(one.ends.size(), two.ends.size(), "seed " + seed);
            for (int i = 0; i < one.ends.size(); i++) {
                assertArrayEquals(one.ends.get(i), two.ends.get(i), 3e-4, "seed " + seed + " move " + i);
                assertEquals(one.feeds.get(i), two.feeds.get(i), 0.01);
            }
        }
    }

    private static HeightMap tilted() {
        ProbeGrid grid = ProbeGrid.over(AREA, 10);
        double[] heights = new double[grid.size()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = grid.x(i) / 100;
        }
        return new HeightMap(grid, new HeightMap.Origin("", "", ""), heights);
    }

    @Test
    void aFlatMapChangesNothing() {
        HeightMap flat = new HeightMap(ProbeGrid.over(AREA, 10), new HeightMap.Origin("", "", ""),
                new double[ProbeGrid.over(AREA, 10).size()]);
        String program = program(new Random(5), -0.2);
        String after = text(level(program, flat));
        assertEquals(program, after.substring(after.indexOf('\n') + 1));
    }

    @Test
    void linesAreWrittenAsFewAsTheyCan() {
        String after = text(level("%\r\n(b)\r\nG21 G90\r\nG0 Z5\r\nN30 G0 X5 Y5\r\nN40 M8 G1 Z-0.1 F100 (down)\r\n"
                + "X15 S500\r\nG0 Z5\r\nX20\r\nG1 Y10 Z2\r\n", tilted()));
        assertEquals("%\r\n" + after.lines().skip(1).findFirst().orElseThrow() + "\r\n(b)\r\nG21 G90\r\nG0 Z5\r\n"
                + "N30 G0 X5 Y5\r\nM8\r\nG1Z-0.05F100(down)\r\nG1X10Y5Z0S500\r\nG1X15Y5Z0.05\r\nG0 Z5\r\nX20\r\n"
                + "G1 Y10 Z2\r\n", after);
    }

    /// A line that counts on the motion word before it finds it again behind a curve that was cut into pieces.
    @Test
    void modesAreThereForTheLinesThatStay() {
        String after = text(level("G21G90\nG0Z5\nG0X20Y20\nG1Z-0.1F100\nG3X20Y20I5J0Z-0.2\nX20Y20I5Z4\n"
                + "X20Y20I6J0\nG91\nG1Z-4.2\nX4\nG0Z6\nX3\nM30\n", tilted()));
        Walk walk = Walk.of(Program.of("after", after));
        assertEquals(List.of(), walk.problems);
        assertTrue(after.contains("\nG3X20Y20I6J0\n"), after);
        assertArrayEquals(new double[]{27, 20, 5.8}, walk.ends.getLast(), 1e-4);
        assertArrayEquals(new double[]{24, 20, 5.8}, walk.ends.get(walk.ends.size() - 2), 1e-4);
    }

    @Test
    void inverseTimeIsSharedAmongThePieces() {
        Walk walk = Walk.of(level("G21G90G93\nG0Z5\nG0X5Y5\nG1Z0F2\nG1X45F2\n", tilted()).program());
        double minutes = 0;
        for (int i = 3; i < walk.ends.size(); i++) {
            double[] a = walk.ends.get(i - 1);
            double[] b = walk.ends.get(i);
            minutes += Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[2] - b[2], 2)) / walk.feeds.get(i);
        }
        assertEquals(0.5, minutes, 1e-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heightmap.moves-zero:3:G92 X0", "heightmap.moves-zero:3:G10 L20 P1 X0",
            "heightmap.moves-zero:3:G43.1 Z2", "heightmap.word:3:G81 X5 Y5 Z-1 R1", "heightmap.word:3:G38.2 Z-5 F50",
            "heightmap.word:3:G41 D1", "heightmap.unclear:3:G1 X#1 Z-1 F10", "heightmap.unclear:3:#1=5",
            "heightmap.unclear:3:G1 X5 Y Z-1 F10", "heightmap.unknown-place:3:G1 Z-1 F10",
            "heightmap.unknown-place:3:G0 X5 Y5 Z-1", "heightmap.outside:5:G0 Z5|G0 X500 Y0|G1 Z-1 F10",
            "heightmap.word:5:G0 Z5|G0 X5 Y5|G1 X6 A5 Z-1 F10",
            "heightmap.moves-zero:7:G54|G0 Z5|G0 X5 Y5|G1 Z-1 F10|G55",
            "heightmap.unclear:6:G0 Z5|G0 X5 Y5|G1 Z-1 F10|G2 X20 Y5 R1"})
    void whatCannotBeLevelledIsNamedWithItsLine(String given) {
        String[] parts = given.split(":", 3);
        String program = "G21 G90\n(second)\n" + parts[2].replace('|', '\n') + "\n";
        Fault fault = assertThrows(Fault.class, () -> level(program, tilted()));
        assertEquals(parts[0], fault.code());
        assertEquals(Integer.parseInt(parts[1]), fault.arguments().get(1), program);
    }

    @Test
    void aProgramIsLevelledOnce() {
        Levelled once = level("G21G90\nG0Z5\nG0X5Y5\nG1Z-1F10\n", tilted());
        LevelMark mark = LevelMark.in(once.program()).orElseThrow();
        assertEquals("board", mark.map());
        assertEquals(HeightMapFile.id(tilted()), mark.id());
        assertEquals("heightmap.already", assertThrows(Fault.class, () -> Leveller.level(once.program(), tilted(),
                "again", 5, Progress.NONE)).code());
        assertEquals("heightmap.incomplete", assertThrows(Fault.class,
                () -> level("G0X1\n", HeightMap.empty(tilted().grid(), tilted().origin()))).code());
        assertEquals("heightmap.bad-clear", assertThrows(Fault.class, () -> Leveller.level(Program.of("a", "G0X1\n"),
                tilted(), "m", 0.5, Progress.NONE)).code());
    }

    /// What is no program, or half of one, is refused or left as it is; never anything else.
    @Test
    void anyLinesAreReadWithoutHarm() {
        String[] scraps = {"G0", "G1", "G2", "G3", "X1", "Y-2", "Z-0.5", "I1", "J2", "K1", "R5", "F100", "G91", "G90",
                "G20", "G21", "G18", "G19", "M30", "(", ")", ";", "N5", "G93", "S5", "M3", "X", "#", "G28", "G53", "%",
                "E1", "*5", "G80", "Z1e9", "X99999999999", "G4P1", "\u0000", "$H", "G54"};
        for (int seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder("G0Z5\nG0X5Y5\n");
            for (int i = 0; i < 40; i++) {
                text.append(scraps[random.nextInt(scraps.length)]).append(random.nextInt(3) == 0 ? "\n" : "");
            }
            try {
                Levelled levelled = level(text.toString(), tilted());
                assertTrue(levelled.written() >= levelled.changed(), "seed " + seed);
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("heightmap."), "seed " + seed + ": " + fault);
            }
        }
    }
}
