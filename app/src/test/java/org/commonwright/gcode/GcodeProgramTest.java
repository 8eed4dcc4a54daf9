package org.commonwright.gcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class GcodeProgramTest {
    private static GcodeProgram program(String text, Dialect dialect) {
        return GcodeProgram.of(text.getBytes(StandardCharsets.UTF_8), "job", dialect, Progress.NONE);
    }

    private static List<String> lines(GcodeProgram program) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < program.size(); i++) {
            lines.add(program.sourceLine(i) + " " + new String(program.line(i), StandardCharsets.UTF_8));
        }
        return lines;
    }

    @Test
    void nothingThatGrblWouldObeyByMistakeIsSent() {
        var program = program("%\n(Stop! café?)\n\nG0 X1 (here!) Y2 ; and ~ there\r\n  \nN5 g1 x 3\n", Dialect.GRBL);
        assertEquals(List.of("4 G0X1Y2", "6 N5g1x3"), lines(program));
        assertEquals(1, program.indexOfSource(5));
        assertEquals(2, program.indexOfSource(7));
    }

    @Test
    void marlinGetsItsTextsAndNoNumbersOfTheFile() {
        var program = program("N1 G28 X*100\nM117 Hello you ; really\n  N2G1 X1 Y2  *7 ; c\n", Dialect.MARLIN);
        assertEquals(List.of("1 G28 X", "2 M117 Hello you", "3 G1 X1 Y2"), lines(program));
    }

    @Test
    void everyMoveFindsItsLine() {
        String text = "G21\n\n(c)\nG0 X1\n; d\nG1 X2 F9\n";
        var program = program(text, Dialect.GRBL);
        var path = GcodeReader.read(text.getBytes(StandardCharsets.UTF_8), "job", Progress.NONE).toolpath();
        assertEquals("G0X1", new String(program.line(program.indexOfSource(path.line(0))), StandardCharsets.UTF_8));
        assertEquals("G1X2F9", new String(program.line(program.indexOfSource(path.line(1))), StandardCharsets.UTF_8));
    }
}
