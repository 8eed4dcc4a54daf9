package org.commonwright.machine.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.Seed;
import org.junit.jupiter.api.Test;

class PassedWayTest {
    private static PassedWay mill(String... lines) {
        return way(true, lines);
    }

    private static PassedWay way(boolean mill, String... lines) {
        var way = new PassedWay(mill);
        for (int i = 0; i < lines.length; i++) {
            way.acknowledged(i + 1, lines[i]);
        }
        return way;
    }

    private static Position at(double x, double y) {
        return new Position(x, y, 0);
    }

    @Test
    void whatLiesBehindTheMachineIsDone() {
        PassedWay way = mill("G21G90", "G0X0Y0Z0", "G1X10", "Y10", "M8", "X0");
        way.done(2);
        assertEquals(0, way.at(at(5, 0)));
        assertEquals(3, way.at(at(10, 5)));
        assertEquals(4, way.at(at(5, 10)));
        // At a corner it may be on either leg.
        assertEquals(0, way.at(at(10, 0)));
        // It is nowhere on the way.
        assertEquals(0, way.at(at(50, 50)));
    }

    @Test
    void whereTheWayCrossesItselfTheEarliestPlaceCounts() {
        PassedWay way = mill("G21G90", "G0X0Y0Z0", "G1X10", "X0", "X10", "Y5");
        way.done(2);
        assertEquals(0, way.at(at(5, 0)));
        assertEquals(5, way.at(at(10, 3)));
        // It has been past that: what goes back over it lies behind.
        assertEquals(0, way.at(at(5, 0)));
    }

    @Test
    void aMachineThatGoesBackHasTurned() {
        PassedWay way = mill("G21G90", "G0X0Y0Z0", "G1X10", "X2", "X10", "X2");
        way.done(2);
        assertEquals(0, way.at(at(3, 0)));
        assertEquals(0, way.at(at(7, 0)));
        assertEquals(3, way.at(at(5, 0)));
        assertEquals(4, way.at(at(6, 0)));
        // Standing still, or a hundredth to and fro, proves nothing.
        assertEquals(0, way.at(at(6, 0)));
        assertEquals(0, way.at(at(5.97, 0)));
        assertEquals(5, way.at(at(5, 0)));
    }

    /// What has left the planner is behind the motors, but for what their segments hold.
    @Test
    void whatLeftThePlannerIsDoneUpToWhatTheSteppersHold() {
        var steppers = new Steppers(8, 0.01, 0.004, new Position(50, 50, 20), new Position(200, 200, 100), 0.01, 0.003,
                0.002);
        // 10 mm/s, twice that with an override: 8 segments are 1.6 mm and some steps.
        PassedWay way = new PassedWay(steppers);
        List<String> lines = List.of("G21G90F600", "G0X0Y0Z0", "G1X1", "X2", "X3", "X4", "X5");
        for (int i = 0; i < lines.size(); i++) {
            way.acknowledged(i + 1, lines.get(i));
        }
        assertEquals(0, way.left(3, steppers, at(5, 0)));
        // A report that was damaged: the machine is not there.
        assertEquals(0, way.left(7, steppers, at(2, 0)));
        assertEquals(5, way.left(7, steppers, at(4, 0)));
        // Turning round takes time, so that less way is held.
        PassedWay turning = new PassedWay(steppers);
        List<String> turns = List.of("G21G90F60000", "G0X0Y0Z0", "G1X1", "X0", "X1", "X0", "X1");
        for (int i = 0; i < turns.size(); i++) {
            turning.acknowledged(i + 1, turns.get(i));
        }
        assertEquals(5, turning.left(7, steppers, at(0.9, 0)));
        // A feed that is a time says nothing: the axes go 50 mm/s.
        PassedWay timed = new PassedWay(steppers);
        List<String> times = List.of("G21G90G93", "G0X0Y0Z0", "G1X1F2", "X2F2", "X3F2", "X4F2", "X5F2");
        for (int i = 0; i < times.size(); i++) {
            timed.acknowledged(i + 1, times.get(i));
        }
        assertEquals(3, timed.left(7, steppers, at(5, 0)));
    }

    @Test
    void whatIsNotUnderstoodIsNotPassed() {
        for (String strange : List.of("G2X10Y10I0J5", "G2I5", "G53G0X0", "G28", "G92X0", "T1", "M6", "G10L20P1X0", "A5",
                "G55", "G38.2Z-5F50", "X1&")) {
            PassedWay way = mill("G21G90", "G0X0Y0Z0", "G1X10", strange, "G1X20Y0Z0", "X30", "Y5");
            way.done(2);
            assertTrue(way.at(at(25, 0)) <= 3, strange);
            way.done(5);
            assertEquals(6, way.at(at(30, 3)), strange);
        }
    }

    @Test
    void unitsAndDistancesAreNotGuessed() {
        assertEquals(0, mill("G21", "G1X0Y0Z0", "X10", "Y10").at(at(10, 5)));
        assertEquals(0, mill("G90", "G1X0Y0Z0", "X10", "Y10").at(at(10, 5)));
        assertEquals(0, way(false, "G1 X0 Y0", "G1 X10", "G1 Y10").at(at(10, 5)));
        PassedWay inches = mill("G20G90", "G1X0Y0Z0", "X1", "Y1");
        inches.done(2);
        assertEquals(3, inches.at(at(25.4, 10)));
        PassedWay relative = mill("G21G90", "G1X0Y0Z0", "G91", "X10", "Y10", "X10");
        relative.done(2);
        assertEquals(5, relative.at(at(15, 10)));
    }

    /// Arcs are followed where it is known how far the firmware's own chords are off them, and in which plane they lie.
    @Test
    void whatLiesBehindAMachineOnAnArcIsDone() {
        var steppers = new Steppers(8, 0.01, 0.004, new Position(50, 50, 20), new Position(200, 200, 100), 0.01, 0.003,
                0.002);
        double half = Math.sqrt(0.5) * 5;
        for (String arc : List.of("G2X10Y5I0J-5", "G2X10Y5R-5", "G2X10Y5R5", "G3X10Y5I5J0")) {
            PassedWay way = new PassedWay(steppers);
            List<String> lines = List.of("G21G90G17G91.1", "G0X5Y10", "G0X5Y10Z0", "G1X5Y10F600", arc, "G1X20", "X30");
            for (int i = 0; i < lines.size(); i++) {
                way.acknowledged(i + 1, lines.get(i));
            }
            way.done(3);
            boolean centred = arc.contains("J-5") || arc.endsWith("R5") && !arc.contains("-");
            Position on = centred
                    ? at(5 + half, 5 + half)
                    : arc.contains("R-5") ? at(10 + half, 10 + half) : at(10 - half, 10 - half);
            assertEquals(4, way.at(on), arc);
            // Back on what it has done already, it is nowhere; further on, the arc is not yet done.
            assertEquals(0, way.at(at(5, 10)), arc);
            assertEquals(0, way.at(on), arc);
            assertEquals(5, way.at(at(15, 5)), arc);
        }
        // Several times round, another plane, none said: it may be anywhere.
        for (String strange : List.of("G2X10Y5I0J-5P3", "G18G2X10Y5I0J-5", "G2X10Y5R1")) {
            PassedWay way = new PassedWay(steppers);
            List<String> lines = List.of("G21G90G17", "G0X5Y10", "G1X5Y10F600", strange, "G1X20");
            for (int i = 0; i < lines.size(); i++) {
                way.acknowledged(i + 1, lines.get(i));
            }
            assertTrue(way.at(at(15, 5)) <= 3, strange);
        }
    }

    @Test
    void aMovedZeroMakesPlacesOfNoUse() {
        PassedWay way = mill("G21G90", "G1X0Y0Z0", "X10", "Y10");
        way.done(2);
        way.lost();
        assertEquals(0, way.at(at(10, 5)));
        way.acknowledged(5, "G1X20");
        assertEquals(0, way.at(at(15, 10)));
    }

    @Test
    void aPrintersLinesAreOfItsOwnKind() {
        PassedWay way = way(false, "G90", "M83", "G1 X0 Y0 Z0.2 F6000", "M204 X500 Y500", "G92 E0", "G1 E-2 F1800",
                "M117 Go X5 (now)", "G1 X10 Y0 E1", "G1 E2", "G1 X10 Y10 E1", "G1 X0 Y10");
        way.done(3);
        var place = new Position(10, 5, 0.2);
        assertEquals(9, way.at(place));
        PassedWay stranger = way(false, "G90", "G1 X0 Y0 Z0", "M600", "G1 X10", "G1 Y10");
        stranger.done(2);
        assertEquals(0, stranger.at(at(10, 5)));
    }

    /// A machine that answers without end: what is no longer kept may still be under way.
    @Test
    void whatIsNoLongerKeptIsNotPassed() {
        PassedWay way = mill("G21G90", "G0X0Y0Z0");
        for (int line = 3; line < 5_000; line++) {
            way.acknowledged(line, "G1X" + line);
        }
        assertEquals(0, way.at(at(4_990.5, 0)));
        way.done(4_980);
        assertEquals(4_990, way.at(at(4_990.5, 0)));
    }

    /// Wherever on a random way the machine is: what it is at, and what comes after, is never called done.
    @Test
    void nothingIsClaimedThatWasNotPassed() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        int claimed = 0;
        for (int round = 0; round < 300; round++) {
            var way = new PassedWay(true);
            way.acknowledged(1, "G21G90G1");
            List<Position> ends = new ArrayList<>(List.of(Position.ORIGIN));
            way.acknowledged(2, "X0Y0Z0");
            way.done(2);
            boolean coarse = random.nextBoolean();
            for (int line = 3; line < 20; line++) {
                double x = coarse ? random.nextInt(3) : random.nextDouble() * 20;
                double y = coarse ? random.nextInt(3) : random.nextDouble() * 20;
                way.acknowledged(line, String.format(Locale.ROOT, "X%.4fY%.4f", x, y));
                ends.add(at(x, y));
            }
            int leg = random.nextInt(ends.size() - 1);
            double part = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
            Position place = ends.get(leg).plus(ends.get(leg + 1).minus(ends.get(leg)).times(part));
            int done = way.at(place);
            assertTrue(done < leg + 3, "seed " + seed + ": line " + done + " on the way of line " + (leg + 3));
            claimed += done > 0 ? 1 : 0;
        }
        assertTrue(claimed > 50, "seed " + seed + ": " + claimed);
    }
}
