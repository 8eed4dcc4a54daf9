package org.commonwright.machine.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.commonwright.gcode.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelixTest {
    private static final double CLOSE = 1e-9;

    /// Whichever side it begins on: at the left a half turn's angle has two signs.
    @ParameterizedTest
    @CsvSource({"10,0", "-10,0", "0,10", "0,-10", "7,7", "-10,-0.0"})
    void aFullCircleGoesAllTheWayRound(double i, double j) {
        for (boolean clockwise : new boolean[]{true, false}) {
            Helix circle = Helix.byCentre(Position.ORIGIN, Position.ORIGIN, Plane.XY, clockwise, new Position(i, j, 0));
            assertEquals(clockwise ? -2 * Math.PI : 2 * Math.PI, circle.arc().sweep(), CLOSE);
            Position half = circle.at(0.5);
            assertEquals(2 * i, half.x(), CLOSE);
            assertEquals(2 * j, half.y(), CLOSE);
            assertTrue(new ArcLegs(0.002).of(1, circle, 10).size() >= 36);
        }
    }

    @Test
    void aHelixClimbsAlongTheAxisItTurnsAbout() {
        Position end = new Position(5, 4, 5);
        Helix quarter = Helix.byCentre(Position.ORIGIN, end, Plane.ZX, false, new Position(5, 99, 0));
        assertEquals(Math.PI / 2, quarter.arc().sweep(), CLOSE);
        Position half = quarter.at(0.5);
        assertEquals(2, half.y(), CLOSE);
        assertEquals(5 - 5 * Math.sqrt(0.5), half.x(), CLOSE);
        assertEquals(5 * Math.sqrt(0.5), half.z(), CLOSE);
        assertEquals(end, quarter.at(1));
    }

    @Test
    void aRadiusThatReachesNotIsNone() {
        Position far = new Position(10, 0, 0);
        assertTrue(Helix.byRadius(Position.ORIGIN, far, Plane.XY, true, 4.9).isEmpty());
        assertTrue(Helix.byRadius(far, far, Plane.XY, true, 5).isEmpty());
        assertEquals(5, Helix.byRadius(Position.ORIGIN, far, Plane.XY, true, 5).orElseThrow().at(0.5).y(), CLOSE);
        // The longer way round.
        assertTrue(Helix.byRadius(Position.ORIGIN, far, Plane.XY, true, -6).orElseThrow().at(0.5).y() > 9);
    }
}
