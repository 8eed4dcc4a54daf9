package org.commonwright.gcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class TimeEstimatorTest {
    private static final MotionLimits PLAIN = new MotionLimits(new AxisLimit(100, 100), new AxisLimit(100, 100),
            new AxisLimit(100, 100), new AxisLimit(100, 100), 100, 100, 100,
            new CornerRule.JunctionDeviation(0.01, false), 0.002, 0, 15);

    private static double seconds(String text, MotionLimits limits) {
        var file = GcodeReader.read(text.getBytes(StandardCharsets.UTF_8), "t", Progress.NONE);
        return TimeEstimator.estimate(file.toolpath(), limits).seconds();
    }

    @Test
    void oneMoveIsATrapezoid() {
        // 10 mm/s by 100 mm/s²: 0.1 s and 0.5 mm to speed up, as much to slow down, 9 mm between.
        assertEquals(0.1 + 0.9 + 0.1, seconds("G1 X10 F600", PLAIN), 1e-6);
    }

    @Test
    void aShortMoveIsATriangle() {
        assertEquals(2 * Math.sqrt(1 / 100.0), seconds("G1 X1 F6000", PLAIN), 1e-6);
    }

    @Test
    void aStraightLineInPiecesTakesAsLongAsInOne() {
        double whole = seconds("G1 X10 F600", PLAIN);
        var pieces = new StringBuilder("F600\n");
        for (int i = 1; i <= 10; i++) {
            pieces.append("G1 X").append(i).append('\n');
        }
        assertEquals(whole, seconds(pieces.toString(), PLAIN), 1e-4);
    }

    @Test
    void aReversalStops() {
        assertEquals(2 * seconds("G1 X10 F600", PLAIN), seconds("G1 X10 F600\nX0", PLAIN), 1e-6);
    }

    @Test
    void aCornerIsTakenAtTheSpeedOfItsCircle() {
        // At 90 degrees: v² = a d s / (1 - s), s = sin 45°; the corner's acceleration is what both axes give together.
        double s = Math.sqrt(0.5);
        double v = Math.sqrt(100 * Math.sqrt(2) * 0.01 * s / (1 - s));
        double leg = 10 / 100.0 + (10 - v) / 100 + (10 - 10 * 10 / 200.0 - (10 * 10 - v * v) / 200) / 10;
        assertEquals(2 * leg, seconds("G1 X10 F600\nY10", new MotionLimits(PLAIN.x(), PLAIN.y(), PLAIN.z(), PLAIN.e(),
                Double.POSITIVE_INFINITY, 100, 100, PLAIN.corner(), 0.002, 0, 15)), 0.02);
    }

    @Test
    void dwellsAreAdded() {
        assertEquals(1.1 + 2.5, seconds("G1 X10 F600\nG4 P2.5", PLAIN), 1e-6);
        assertEquals(2.5, seconds("M82\nM104 S0\nG4 P2500", PLAIN), 1e-6);
        assertEquals(2 * 1.1 + 1, seconds("G1 X10 F600\nG4 P1\nX20", PLAIN), 1e-6);
    }

    @Test
    void aShortViewAheadKeepsFinePiecesSlow() {
        var pieces = new StringBuilder("F6000\n");
        for (int i = 1; i <= 5000; i++) {
            pieces.append("G1 X").append(i / 100.0).append('\n');
        }
        double far = seconds(pieces.toString(), PLAIN);
        // 15 pieces of 0.01 mm: never faster than what stops within 0.15 mm.
        double top = Math.sqrt(2 * 100 * 0.15);
        assertEquals(50 / top, far, 0.05 * far);
    }

    @Test
    void aCircleIsAsFastAsItsFeedWhenItIsWide() {
        double straight = seconds("G1 X314.159 F600", PLAIN);
        assertEquals(straight, seconds("F600\nG2 X0 Y0 I50 J0", PLAIN), straight * 0.01);
    }
}
