package org.commonwright.machine.heightmap;

import org.commonwright.gcode.Arc;
import org.commonwright.gcode.ModalState;
import org.commonwright.gcode.Motion;
import org.commonwright.gcode.Plane;
import org.jspecify.annotations.Nullable;

/// One move as its line has it, in work coordinates: its beginning, its end, and the points between them that stand for its
/// curve.
final class Way {
    /// How far a chord may be off its arc, in mm.
    static final double CHORD = 0.002;
    private static final int MOST_CHORDS = 1_000_000;

    /// Points as x, y, z; the first is where the move begins.
    final double[][] points;
    final boolean rapid;
    /// In mm, along the curve.
    final double length;

    private Way(double[][] points, boolean rapid, double length) {
        this.points = points;
        this.rapid = rapid;
        this.length = length;
    }

    /// @return null for a curve of more chords than anybody mills
    static @Nullable Way of(Motion motion, ModalState state) {
        if (!motion.curved()) {
            return straight(motion, state);
        }
        double[] from = from(motion, state);
        double[] to = to(motion, state);
        double turns = Math.abs(motion.arc().sweep());
        double chords = Math.ceil(turns / (2 * Math.acos(1 - Math.min(1, CHORD / motion.arc().radius()))));
        return chords > MOST_CHORDS
                ? null
                : new Way(curve(from, to, motion.arc(), (int) Math.max(4, chords)), false, motion.length());
    }

    /// From the beginning to the end, whatever lies between.
    static Way straight(Motion motion, ModalState state) {
        return new Way(new double[][]{from(motion, state), to(motion, state)}, state.motion() == 0, motion.length());
    }

    private static double[] from(Motion motion, ModalState state) {
        return new double[]{motion.from(0) - state.offset(0), motion.from(1) - state.offset(1),
                motion.from(2) - state.offset(2)};
    }

    private static double[] to(Motion motion, ModalState state) {
        return new double[]{motion.to(0) - state.offset(0), motion.to(1) - state.offset(1),
                motion.to(2) - state.offset(2)};
    }

    private static double[][] curve(double[] from, double[] to, Arc arc, int chords) {
        Plane plane = arc.plane();
        double centreFirst = from[plane.first()] + arc.centreFirst();
        double centreSecond = from[plane.second()] + arc.centreSecond();
        double start = Math.atan2(-arc.centreSecond(), -arc.centreFirst());
        double[][] points = new double[chords + 1][3];
        for (int i = 0; i <= chords; i++) {
            double part = (double) i / chords;
            double angle = start + arc.sweep() * part;
            points[i][plane.first()] = centreFirst + arc.radius() * Math.cos(angle);
            points[i][plane.second()] = centreSecond + arc.radius() * Math.sin(angle);
            points[i][plane.climb()] = from[plane.climb()] + (to[plane.climb()] - from[plane.climb()]) * part;
        }
        // Where it begins and ends is what the program says, not what rounding makes of it.
        points[0] = from;
        points[chords] = to;
        return points;
    }

    double[] from() {
        return points[0];
    }

    double[] to() {
        return points[points.length - 1];
    }

    /// Whether it goes anywhere but up or down.
    boolean isAcross() {
        for (double[] point : points) {
            if (point[0] != points[0][0] || point[1] != points[0][1]) {
                return true;
            }
        }
        return false;
    }

    double lowest() {
        double lowest = Double.MAX_VALUE;
        for (double[] point : points) {
            lowest = Math.min(lowest, point[2]);
        }
        return lowest;
    }
}
