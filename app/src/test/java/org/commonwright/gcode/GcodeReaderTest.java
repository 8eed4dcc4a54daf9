package org.commonwright.gcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.commonwright.i18n.Messages;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcodeReaderTest {
    private static GcodeFile read(String text) {
        return GcodeReader.read(text.getBytes(StandardCharsets.ISO_8859_1), "job.nc", Progress.NONE);
    }

    private static List<String> codes(GcodeFile file) {
        return file.problems().stream().map(p -> p.code() + " " + p.place().line()).toList();
    }

    @Test
    void aSquareHasItsMovesBoundsAndLength() {
        GcodeFile file = read("""
                G21 G90
                G0 X10 Y10 Z5
                G1 Z-1 F100
                G1 X30
                G1 Y30
                G1 X10
                G1 Y10
                G0 Z5
                """);
        Toolpath path = file.toolpath();
        assertEquals(8, file.lines());
        assertEquals(7, path.size());
        assertEquals(15 + 6 + 80 + 6, path.totalLength(), 1e-9);
        assertEquals(MoveKind.RAPID, path.kind(0));
        assertEquals(MoveKind.FEED, path.kind(2));
        assertEquals(4, path.line(2));
        assertEquals(10, path.bounds().minX());
        assertEquals(-1, path.bounds().minZ());
        assertEquals(30, path.bounds().maxY());
        assertEquals(List.of(), file.problems());
        assertEquals(Dialect.GRBL, file.dialect());
    }

    /// Each line stands alone behind `G21 G90 G94 F60`; where the tool ends says whether it was understood.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            G1X1Y2Z3                 | 1    | 2    | 3
            g1 x1 y-2.5 z+.5         | 1    | -2.5 | 0.5
            G01 X1. Y 2 Z -0         | 1    | 2    | 0
            N12 G1 X4 (to Y9) Y5;Z7  | 4    | 5    | 0
            G20 G1 X1 Y-1            | 25.4 | -25.4| 0
            G91 G1 X1 Y1             | 1    | 1    | 0
            X7                       | 7    | 0    | 0
            G53 G0 X3                | 3    | 0    | 0
            /G1 X2                   | 2    | 0    | 0
            G1 X123456789.125        | 123456789.125 | 0 | 0
            """)
    void wordsAreReadAsMachinesReadThem(String line, double x, double y, double z) {
        GcodeFile file = read("G21 G90 G94 F60\n" + line);
        assertEquals(List.of(), file.problems());
        Toolpath path = file.toolpath();
        assertEquals(1, path.size());
        assertEquals((float) x, path.x(0));
        assertEquals((float) y, path.y(0));
        assertEquals((float) z, path.z(0));
    }

    @Test
    void offsetsMoveTheCoordinatesAndNotTheTool() {
        Toolpath path = read("""
                G0 X10
                G92 X0
                G0 X5
                G10 L2 P2 X100
                G55 G0 X1
                G92.1
                G54 G0 X2
                G10 L20 P1 X0
                G0 X3
                """).toolpath();
        float[] expected = {10, 15, 111, 2, 5};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], path.x(i), 1e-6, "move " + i);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            G2 X10 Y0 I5 J0          | 15.70796 | 0  | 5
            G3 X10 Y0 I5 J0          | 15.70796 | -5 | 0
            G3 X0 Y0 I5 J0           | 31.41593 | -5 | 5
            G2 X10 Y0 R5             | 15.70796 | 0  | 5
            G3 X5 Y5 R5              | 7.85398  | 0  | 5
            G3 X5 Y5 R-5             | 23.56194 | -5 | 5
            G90.1 G2 X10 I5 J0       | 15.70796 | 0  | 5
            G2 X10 Y0 Z3 I5 J0       | 15.99184 | 0  | 5
            """)
    void arcsHaveTheirLengthAndBulge(String line, double length, double minY, double maxY) {
        Toolpath path = read("G21 G90 F60 G0 X0 Y0 Z0\n" + line).toolpath();
        assertEquals(2, path.size());
        assertTrue(path.curved(1));
        assertEquals(length, path.length(1), 1e-4);
        assertEquals(minY, path.bounds().minY(), 1e-6);
        assertEquals(maxY, path.bounds().maxY(), 1e-6);
    }

    @Test
    void printersExtrudeTravelAndRetract() {
        GcodeFile file = read("""
                ;FLAVOR:Marlin
                M140 S60
                M109 S205
                G28
                G92 E0
                M82
                G1 X10 Y0 F3000
                G1 X20 E1
                G1 E0.2 F1800
                G0 X0
                M83
                G1 E0.8
                G1 X5 E0.5
                G2 X7 Y0 I1 E.1
                """);
        assertEquals(Dialect.MARLIN, file.dialect());
        assertEquals(List.of(), file.problems());
        Toolpath path = file.toolpath();
        var kinds = new java.util.ArrayList<MoveKind>();
        for (int i = 0; i < path.size(); i++) {
            kinds.add(path.kind(i));
        }
        assertEquals(List.of(MoveKind.TRAVEL, MoveKind.EXTRUDE, MoveKind.RETRACT, MoveKind.TRAVEL, MoveKind.RETRACT,
                MoveKind.EXTRUDE, MoveKind.EXTRUDE), kinds);
        assertEquals(-0.8, path.filament(2), 1e-6);
        assertEquals(1 - 0.8 + 0.8 + 0.5 + 0.1, path.totalFilament(), 1e-5);
        assertEquals(205, file.needs().hotend());
        assertEquals(60, file.needs().bed());
    }

    @Test
    void wordsOfOtherMarlinCommandsMoveNothing() {
        GcodeFile file = read("M82\nM104 S1\nM92 X80 Y80\nM204 P500\nM117 X9 Y9 hello\nG29 X1\nG1 X3\n");
        assertEquals(1, file.toolpath().size());
        assertEquals(3, file.toolpath().x(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            G1 X1                            | gcode.no-feed
            F9 G1 X1 A3                      | gcode.unknown-word
            G81 X1 Y1                        | gcode.unknown-word
            M117                             | gcode.unknown-word
            G0 X1 X2                         | gcode.repeated-word
            G0 G1 X1 F3                      | gcode.same-group
            G0 X                             | gcode.no-number
            G0 X1!                           | gcode.bad-byte
            F9 G2 X10 R2                     | gcode.arc-radius
            F9 G2 X10 I2 J0                  | gcode.arc-radius
            F9 G2 X10                        | gcode.arc-no-centre
            F9 G2 R5 X0 Y0                   | gcode.arc-no-end
            F9 G2 Z1 I5                      | gcode.arc-no-axis
            G0 X1.000000000000000000000000000000000000000000000000000000000000000000000000000000 | gcode.line-too-long
            """)
    void whatTheFirmwareWouldRefuseIsSaidWithItsLine(String line, String code) {
        GcodeFile file = read("%\nG54\n" + line + "\nG0 X0\n");
        assertEquals(List.of(code + " 3"), codes(file));
        assertTrue(file.refused());
    }

    @Test
    void aByteThatIsNoTextIsFoundEvenInAComment() {
        assertEquals(List.of("gcode.bad-byte 2"), codes(read("G0 X1\nG0 (a\0b) X2\n")));
        assertEquals(List.of("gcode.bad-byte 1"), codes(read("G0 (a\0b) X2")));
        assertEquals(List.of("gcode.bad-byte 1"), codes(read("G0\u0018 X1\n")));
        assertEquals(List.of(), codes(read("G0 X1 ; caf\u00c3\u00a9\n")));
    }

    @Test
    void commentsAndSpacesDoNotCountAgainstTheLimit() {
        assertEquals(List.of(), codes(read("G0 X1 (" + "long ".repeat(40) + ")\nG0" + " ".repeat(100) + "X2\n")));
        String longest = "G0X1." + "0".repeat(74);
        assertEquals(List.of(), codes(read(longest + "\n")));
        assertEquals(List.of("gcode.line-too-long 1"), codes(read(longest + "0\n")));
        // Marlin: "N3 " before, "*255" and the newline behind.
        String marlin = "M82\nG28\nG1 X1." + "0".repeat(82);
        assertEquals(List.of(), codes(read(marlin + "\n")));
        assertEquals(List.of("gcode.checksum 3"),
                codes(read("M82\nG28\n  N17 G1 X1." + "0".repeat(82) + " *12 ; comment\n")));
        assertEquals(List.of("gcode.line-too-long 3"), codes(read(marlin + "0\n")));
    }

    @Test
    void checksumsAreChecked() {
        String good = "N3 T0*57\n";
        assertEquals(List.of(), codes(read("M82\nG28\n" + good + "G1 X1")));
        assertEquals(List.of("gcode.checksum 3"), codes(read("M82\nG28\nN3 T0*58\nG1 X1")));
    }

    @Test
    void aMillionFindingsStayReadable() {
        GcodeFile file = read("G0 X1 Q1\n".repeat(1000));
        assertEquals(ProblemList.EACH + 1, file.problems().size());
        assertEquals(List.of(980), file.problems().getLast().arguments());
        assertEquals(Problem.Severity.NOTE, file.problems().getLast().severity());
    }

    @Test
    void emptyAndForeignFilesAreNamed() {
        assertEquals(List.of("gcode.no-moves 0"), codes(read("")));
        assertEquals(0, read("").lines());
        assertEquals(1, read("G0 X1").lines());
        assertEquals("gcode.not-gcode",
                assertThrows(Fault.class, () -> read("a".repeat(3_000_000))).code());
        assertEquals("files.not-read", assertThrows(Fault.class,
                () -> GcodeReader.read(Path.of("no-such-file.nc"), Progress.NONE)).code());
    }

    /// Lines, batches and chunks end at different places: nothing may be lost or doubled where they do.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void largeFilesAreReadAsTheirLines(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("F100\n");
        int lines = 20_000 + random.nextInt(40_000);
        for (int i = 2; i <= lines; i++) {
            text.append("G1 X").append(i).append(";").append("c".repeat(random.nextInt(90)))
                    .append(random.nextInt(5) == 0 ? "\r\n" : "\n");
        }
        boolean open = seed % 2 == 0;
        GcodeFile file = read(open ? text.substring(0, text.length() - 1) : text.toString());
        assertEquals(lines, file.lines(), "seed " + seed);
        Toolpath path = file.toolpath();
        assertEquals(lines - 1, path.size(), "seed " + seed);
        for (int i = 0; i < path.size(); i++) {
            assertEquals(i + 2, path.line(i), "seed " + seed);
            assertEquals(i + 2, path.x(i), "seed " + seed);
        }
    }

    @Test
    void theMoveOfALineIsFound() {
        Toolpath path = read("G0 X1\n\nG0 X2\n; c\nG0 X3\n").toolpath();
        assertEquals(-1, path.lastMoveAt(0));
        assertEquals(0, path.lastMoveAt(2));
        assertEquals(2, path.lastMoveAt(99));
        assertFalse(path.curved(1));
    }

    @Test
    void whatIsPackedIsSaidInOneSentence() {
        for (String begin : List.of("PK\u0003\u0004", "\u001F\u008B", "GCDE", "\u00FF\u00FEG\0", "\u00FE\u00FF\0G")) {
            byte[] bytes = (begin + "G1 X1\n").getBytes(StandardCharsets.ISO_8859_1);
            Fault fault = assertThrows(Fault.class, () -> GcodeReader.read(bytes, "part.gcode", Progress.NONE));
            assertEquals("gcode.packed", fault.code(), begin);
            assertTrue(new Messages(Locale.UK).get(fault).startsWith("part.gcode is "), begin);
        }
        assertEquals(1, GcodeReader.read("P".getBytes(StandardCharsets.ISO_8859_1), "p.nc", Progress.NONE).lines());
    }
}
