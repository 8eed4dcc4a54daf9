package org.commonwright.gcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.commonwright.model.Bounds;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real programs, where they lie beside the checkout. Lines, bounds and way were also found by an independent reader.
class GcodeCorpusTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cncjs-part.gcode                   | marlin | 44305 | 44081 | 5         | 122.5362  | 19.75    |
            cncjs-tball-pocket.gcode           | grbl   | 40307 | 40266 | 0         | 135.8667  | 5        |
            cncjs-jsdc-laser.gcode             | grbl   | 2418  | 2366  | 0         | 102.3526  | 0        |
            cncjs-helical-thread-milling.gcode | grbl   | 16    | 12    | -3.07848  | 3.09626   | 0        | gcode.unknown-word
            ugs-arc_rword_test.gcode           | grbl   | 224   | 200   | 0         | 114.04854 | 6.35     |
            ugs-buffer_stress_test.gcode       | grbl   | 78    | 50    | 0         | 50        | 5        | gcode.no-feed
            ugs-comments.gcode                 | grbl   | 9     | 3     | 10        | 30        | 30       |
            ugs-g17-g18-g19.gcode              | grbl   | 15    | 9     | -38.1     | 38.1      | 38.1     |
            ugs-no_spaces.gcode                | grbl   | 207   | 202   | 0         | 152.4     | 3.175    |
            ugs-serial_stress_test.gcode       | grbl   | 372   | 367   | 57.6344   | 84.0005   | 2        |
            ugs-stress_test.gcode              | grbl   | 12002 | 12000 | 0         | 1         | 0.29     |
            ugs-rotation.ngc                   | grbl   | 51551 | 51539 | 0         | 81        | 49.9845  | gcode.more gcode.no-number gcode.repeated-word gcode.unknown-word
            """)
    void everyProgramIsRead(String name, String dialect, int lines, int moves, double minX, double maxX, double maxZ,
            String problems) {
        Path corpus = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/gcode").normalize();
        if (!Files.isDirectory(corpus)) {
            Assumptions.abort("the real programs are not there: " + corpus);
        }
        GcodeFile file = GcodeReader.read(corpus.resolve(name), Progress.NONE);
        assertEquals(dialect, file.dialect().id());
        assertEquals(lines, file.lines());
        assertEquals(moves, file.toolpath().size());
        Bounds box = file.toolpath().bounds();
        assertEquals(minX, box.minX(), 1e-4);
        assertEquals(maxX, box.maxX(), 1e-4);
        assertEquals(maxZ, box.maxZ(), 1e-4);
        assertEquals(problems == null ? "" : problems,
                file.problems().stream().map(p -> p.code()).distinct().sorted().collect(Collectors.joining(" ")));
        TimeEstimate time = TimeEstimator.estimate(file.toolpath(), MotionLimits.of(file.dialect()));
        assertTrue(time.seconds() > 0);
    }
}
