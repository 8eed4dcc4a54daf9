package org.commonwright.machine.virtual;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.protocol.Position;

/// Cuts an arc into chords as firmware does, so that the planner's buffer fills as it would.
final class Arc {
    /// Marlin's `MAX_ARC_SEGMENT_MM`, `MIN_ARC_SEGMENT_MM` and `MIN_CIRCLE_SEGMENTS`.
    private static final double LONGEST = 1;
    private static final double SHORTEST = 0.1;
    private static final int CIRCLE = 72;

    /// How many chords an arc becomes.
    @FunctionalInterface
    interface Count {
        /// @param radius mm
        /// @param sweep  radians, positive
        int of(double radius, double sweep);
    }

    private Arc() {}

    /// GRBL's way (`mc_arc`): no chord is farther off the arc than `$12`, mm.
    static Count byTolerance(double tolerance) {
        return (radius, sweep) -> (int) Math.floor(Math.abs(0.5 * sweep * radius)
                / Math.sqrt(Math.max(1e-12, tolerance * (2 * radius - tolerance))));
    }

    /// Marlin's way (`plan_arc`): chords of a millimetre, but 72 to a circle and none below a tenth.
    static int byLength(double radius, double sweep) {
        double flat = radius * sweep;
        double least = Math.max(1, Math.ceil(CIRCLE * sweep / (2 * Math.PI)));
        double wanted = Math.max(Math.floor(flat / LONGEST), least);
        double each = flat / wanted;
        return (int) (each > LONGEST
                ? Math.ceil(flat / LONGEST)
                : each < SHORTEST ? Math.max(1, Math.floor(flat / SHORTEST)) : wanted);
    }

    /// The ends of the chords.
    ///
    /// @param i offset of the centre along the plane's first axis
    /// @param j along its second
    static List<Position> chords(Position from, Position to, double i, double j, int plane, boolean clockwise,
            Count chords) {
        double[] a = axes(from, plane);
        double[] b = axes(to, plane);
        double cx = a[0] + i;
        double cy = a[1] + j;
        double radius = Math.hypot(i, j);
        double start = Math.atan2(-j, -i);
        double sweep = Math.atan2(b[1] - cy, b[0] - cx) - start;
        if (clockwise && sweep >= -5e-7) {
            sweep -= 2 * Math.PI;
        } else if (!clockwise && sweep <= 5e-7) {
            sweep += 2 * Math.PI;
        }
        int count = chords.of(radius, Math.abs(sweep));
        List<Position> ends = new ArrayList<>();
        for (int k = 1; k < count; k++) {
            double angle = start + sweep * k / count;
            double[] p = {cx + radius * Math.cos(angle), cy + radius * Math.sin(angle),
                    a[2] + (b[2] - a[2]) * k / count};
            ends.add(position(p, plane));
        }
        ends.add(to);
        return ends;
    }

    /// The plane's two axes, then the one it is turned about.
    static double[] axes(Position p, int plane) {
        return switch (plane) {
            case 18 -> new double[]{p.z(), p.x(), p.y()};
            case 19 -> new double[]{p.y(), p.z(), p.x()};
            default -> new double[]{p.x(), p.y(), p.z()};
        };
    }

    private static Position position(double[] p, int plane) {
        return switch (plane) {
            case 18 -> new Position(p[1], p[2], p[0]);
            case 19 -> new Position(p[2], p[0], p[1]);
            default -> new Position(p[0], p[1], p[2]);
        };
    }
}
