package org.commonwright.gcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static Toolpath path(String text) {
        return GcodeReader.read(text.getBytes(StandardCharsets.UTF_8), "t", Progress.NONE).toolpath();
    }

    @Test
    void aLayerBeginsWithTheWayToIt() {
        Layers layers = Layers.of(path("M82\nG1 Z0.2 F900\nG1 X10 E1\nG1 X20 E2\nG1 Z0.4\nG1 X10 E3\nG1 X0 E4\n"));
        assertEquals(2, layers.count());
        assertEquals(0, layers.first(0));
        assertEquals(3, layers.first(1));
        assertEquals(6, layers.end(1));
        assertEquals(0.4, layers.z(1), 1e-6);
        assertEquals(0, layers.of(2));
        assertEquals(1, layers.of(5));
    }

    @Test
    void whatTheSlicerSaysHolds() {
        Toolpath path = path("""
                M82
                G1 X5 E1 F900
                ;LAYER_CHANGE
                ;TYPE:External perimeter
                G1 Z0.2 F900
                G1 X10 E2
                ;TYPE:Solid infill
                G1 Z0.3 X20 E3
                ;LAYER_CHANGE
                ;TYPE:External perimeter
                T1
                G1 Z0.4
                G1 X10 E4
                """);
        Layers layers = Layers.of(path);
        assertEquals(2, layers.count());
        assertEquals(4, layers.first(1));
        assertEquals(List.of("External perimeter", "Solid infill"), path.featureNames());
        assertEquals(-1, path.features().at(0, -1));
        assertEquals(0, path.features().at(2, -1));
        assertEquals(1, path.features().at(3, -1));
        assertEquals(0, path.features().at(5, -1));
        assertEquals(0, path.tools().at(3, 0));
        assertEquals(1, path.tools().at(5, 0));
    }

    @Test
    void aCurvedSurfaceIsOneLayerAndPassesAreLayers() {
        var surface = new StringBuilder("F600\n");
        for (int i = 1; i < 1000; i++) {
            surface.append("G1 X").append(i / 10.0).append(" Z").append(Math.sin(i / 20.0)).append('\n');
        }
        assertEquals(1, Layers.of(path(surface.toString())).count());
        assertEquals(3, Layers.of(path("""
                G0 Z5
                G0 X0 Y0
                G1 Z-1 F300
                G1 X10
                G1 Y10
                G1 Z-2
                G1 Y0
                G1 X0
                G1 Z-3
                G1 X10
                """)).count());
        assertEquals(1, Layers.of(path("; nothing\n")).count());
    }

    @Test
    void commentsOfWindowsAndNulsAndLongLinesAreNoHindrance() {
        byte[] comment = ("; f\u00fcr die Fr\u00e4se \u20ac\nG1 X1 F100\n;" + "x".repeat(1_000_000) + "\nG1 X2\n\0\n")
                .getBytes(Charset.forName("windows-1252"));
        GcodeFile file = GcodeReader.read(comment, "t", Progress.NONE);
        assertEquals(2, file.toolpath().size());
        assertEquals(List.of("gcode.bad-byte"), file.problems().stream().map(p -> p.code()).toList());
    }

    @Test
    void moreMovesThanTheMemoryHoldsAreRefused() throws IOException {
        byte[] text = "G1X1F9\nG1X2\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        Fault fault = assertThrows(Fault.class,
                () -> GcodeReader.read(new ByteArrayInputStream(text), text.length, "big",
                        null, 1 << 20, Progress.NONE));
        assertEquals("gcode.too-many-moves", fault.code());
        assertEquals(40_000, GcodeReader.read(new ByteArrayInputStream(text), text.length, "big", null, 1 << 22,
                Progress.NONE).toolpath().size());
    }
}
