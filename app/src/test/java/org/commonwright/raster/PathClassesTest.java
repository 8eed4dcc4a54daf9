package org.commonwright.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.Layers;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class PathClassesTest {
    private static PathClasses classes(ColourBy by, String text) {
        GcodeFile file = GcodeReader.read(text.getBytes(StandardCharsets.UTF_8), "t", Progress.NONE);
        return PathClasses.of(by, file, Layers.of(file.toolpath()),
                TimeEstimator.estimate(file.toolpath(), MotionLimits.of(file.dialect())));
    }

    private static final String PRINT = """
            M83
            G1 X1 E1 F600
            ;TYPE:Skirt
            G1 Z0.2
            G1 X10 E1 F1200
            ;TYPE:Wall
            T1
            G1 X20 E1 F2400
            """;

    @Test
    void legendsNameWhatIsThere() {
        assertEquals(List.of("", "Skirt", "Wall"),
                classes(ColourBy.FEATURE, PRINT).legend().stream().map(PathClasses.Entry::name).toList());
        assertEquals(List.of(2400.0, 1200.0, 600.0),
                classes(ColourBy.SPEED, PRINT).legend().stream().map(PathClasses.Entry::value).toList());
        assertEquals(List.of(0.0, 1.0),
                classes(ColourBy.TOOL, PRINT).legend().stream().map(PathClasses.Entry::value).toList());
        assertEquals(2, classes(ColourBy.LAYER_TIME, PRINT).legend().size());
        assertEquals(0, classes(ColourBy.KIND, PRINT).legend().size());
    }

    @Test
    void theCubeLooksFromWhatIsClicked() {
        Camera top = Camera.home(false).top();
        assertEquals(1, ViewCube.faces(top).size());
        assertEquals(Math.PI / 2, clicked(top, 0, 0).pitch(), 1e-9);
        // The rim of the top's right side: from the right and above, the edge between.
        Camera edge = clicked(top, 0.9, 0);
        assertEquals(Math.PI / 4, edge.pitch(), 1e-9);
        assertEquals(Math.PI / 2, edge.yaw(), 1e-9);
        // Its upper right corner: from the back right.
        Camera corner = clicked(top, 0.9, -0.9);
        assertEquals(3 * Math.PI / 4, corner.yaw(), 1e-9);
        assertEquals(Math.atan(Math.sqrt(0.5)), corner.pitch(), 1e-9);
        Camera home = Camera.home(false);
        assertEquals(3, ViewCube.faces(home).size());
        assertNull(ViewCube.clicked(home, 1.7, 1.7));
        for (ViewCube.Face face : ViewCube.faces(home)) {
            double x = 0;
            double y = 0;
            for (int i = 0; i < 4; i++) {
                x += face.x()[i] / 4;
                y += face.y()[i] / 4;
            }
            assertEquals(face.side(), ViewCube.faces(clicked(home, x, y)).getFirst().side());
        }
    }

    private static Camera clicked(Camera camera, double x, double y) {
        Camera there = ViewCube.clicked(camera, x, y);
        assertNotNull(there);
        return there;
    }
}
