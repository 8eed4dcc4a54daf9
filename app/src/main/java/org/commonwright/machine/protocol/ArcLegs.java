package org.commonwright.machine.protocol;

import java.util.ArrayList;
import java.util.List;

/// Cuts a circle's part or a helix into straight legs, as GRBL reads it (`gc_execute_line` and `mc_arc`).
///
/// @param tolerance how far the firmware's own chords are off the arc, mm (`$12`)
record ArcLegs(double tolerance) {
    /// How far a leg is off the arc, mm.
    private static final double OFF = 0.004;
    /// Rounding of a firmware that reckons with seven digits.
    private static final double ROUNDING = 0.002;
    private static final double WIDEST = Math.toRadians(10);
    /// A larger circle is not followed.
    private static final int MOST = 500;
    private static final double FULL_BELOW = 5e-7;

    /// By its centre.
    ///
    /// @param plane 17, 18 or 19
    /// @param centre relative to the start, in the order of the axes
    /// @return empty where it cannot be told
    List<Leg> byCentre(int line, Position from, Position to, int plane, boolean clockwise, Position centre,
            double speed) {
        double[] a = axes(from, plane);
        double[] b = axes(to, plane);
        double[] c = axes(centre, plane);
        double radius = Math.hypot(c[0], c[1]);
        double start = Math.atan2(-c[1], -c[0]);
        double sweep = Math.atan2(b[1] - a[1] - c[1], b[0] - a[0] - c[0]) - start;
        if (clockwise && sweep >= -FULL_BELOW) {
            sweep -= 2 * Math.PI;
        } else if (!clockwise && sweep <= FULL_BELOW) {
            sweep += 2 * Math.PI;
        }
        double count = Math.ceil(Math.abs(sweep) / Math.min(WIDEST, 2 * Math.acos(1 - OFF / Math.max(radius, OFF))));
        List<Leg> legs = new ArrayList<>();
        if (!(count <= MOST)) {
            return legs;
        }
        Position last = from;
        for (int k = 1; k <= count; k++) {
            double angle = start + sweep * k / count;
            Position next = k == count
                    ? to
                    : position(a[0] + c[0] + radius * Math.cos(angle), a[1] + c[1] + radius * Math.sin(angle),
                            a[2] + (b[2] - a[2]) * k / count, plane);
            legs.add(new Leg(line, last, next, true, speed, OFF + ROUNDING + tolerance));
            last = next;
        }
        return legs;
    }

    /// By its radius; a negative one takes the longer way round.
    List<Leg> byRadius(int line, Position from, Position to, int plane, boolean clockwise, double radius,
            double speed) {
        double[] way = axes(to.minus(from), plane);
        double chord = Math.hypot(way[0], way[1]);
        double rest = 4 * radius * radius - chord * chord;
        if (chord == 0 || rest < 0) {
            return List.of();
        }
        double h = Math.sqrt(rest) / chord * (clockwise == radius > 0 ? -1 : 1);
        return byCentre(line, from, to, plane, clockwise,
                position((way[0] - way[1] * h) / 2, (way[1] + way[0] * h) / 2, 0, plane), speed);
    }

    /// The plane's two axes, then the one it is turned about.
    private static double[] axes(Position p, int plane) {
        return switch (plane) {
            case 18 -> new double[]{p.z(), p.x(), p.y()};
            case 19 -> new double[]{p.y(), p.z(), p.x()};
            default -> new double[]{p.x(), p.y(), p.z()};
        };
    }

    private static Position position(double first, double second, double third, int plane) {
        return switch (plane) {
            case 18 -> new Position(second, third, first);
            case 19 -> new Position(third, first, second);
            default -> new Position(first, second, third);
        };
    }
}
