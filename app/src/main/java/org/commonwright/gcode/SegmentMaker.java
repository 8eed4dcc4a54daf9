package org.commonwright.gcode;

/// Gives each move its [Segment] within a machine's limits.
final class SegmentMaker {
    private final MotionLimits limits;
    // One over each limit, so that the strictest is found by multiplying.
    private final double xSlow;
    private final double ySlow;
    private final double zSlow;
    private final double eSlow;
    private final double xLazy;
    private final double yLazy;
    private final double zLazy;
    private final double eLazy;

    SegmentMaker(MotionLimits limits) {
        this.limits = limits;
        xSlow = 1 / limits.x().speed();
        ySlow = 1 / limits.y().speed();
        zSlow = 1 / limits.z().speed();
        eSlow = 1 / limits.e().speed();
        xLazy = 1 / limits.x().acceleration();
        yLazy = 1 / limits.y().acceleration();
        zLazy = 1 / limits.z().acceleration();
        eLazy = 1 / limits.e().acceleration();
    }

    /// A straight move.
    ///
    /// @param filament mm fed meanwhile
    /// @param feed     mm/min; 0 for as fast as the machine may
    void straight(double dx, double dy, double dz, double filament, double feed, Segment s) {
        double way = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double length = way > 0 ? way : Math.abs(filament);
        s.length = length;
        if (length == 0) {
            return;
        }
        double one = 1 / length;
        s.beginX = s.endX = dx * one;
        s.beginY = s.endY = dy * one;
        s.beginZ = s.endZ = dz * one;
        s.beginE = s.endE = filament * one;
        limit(feed, way == 0, s);
    }

    /// A circle's part or a helix.
    ///
    /// @param climb the way along the plane's third axis
    void arc(Plane plane, double centreFirst, double centreSecond, double sweep, double climb, double filament,
            double feed, Segment s) {
        double radius = Math.sqrt(centreFirst * centreFirst + centreSecond * centreSecond);
        double flat = Math.abs(sweep) * radius;
        s.length = Math.sqrt(flat * flat + climb * climb);
        if (s.length == 0) {
            return;
        }
        double part = flat / s.length;
        double up = climb / s.length;
        double turn = Math.signum(sweep);
        // At the start the way is square to the line to the centre; at the end it has turned by the sweep.
        double beginFirst = turn * centreSecond / radius * part;
        double beginSecond = -turn * centreFirst / radius * part;
        double cos = Math.cos(sweep);
        double sin = Math.sin(sweep);
        begin(s, plane, beginFirst, beginSecond, up);
        end(s, plane, beginFirst * cos - beginSecond * sin, beginFirst * sin + beginSecond * cos, up);
        s.beginE = s.endE = filament / s.length;
        limitArc(plane, part, up, feed, s);
        s.speed = Math.min(s.speed, arcSpeed(radius, s));
    }

    private static void begin(Segment s, Plane plane, double first, double second, double up) {
        switch (plane) {
            case XY -> {
                s.beginX = first;
                s.beginY = second;
                s.beginZ = up;
            }
            case ZX -> {
                s.beginZ = first;
                s.beginX = second;
                s.beginY = up;
            }
            case YZ -> {
                s.beginY = first;
                s.beginZ = second;
                s.beginX = up;
            }
        }
    }

    private static void end(Segment s, Plane plane, double first, double second, double up) {
        switch (plane) {
            case XY -> {
                s.endX = first;
                s.endY = second;
                s.endZ = up;
            }
            case ZX -> {
                s.endZ = first;
                s.endX = second;
                s.endY = up;
            }
            case YZ -> {
                s.endY = first;
                s.endZ = second;
                s.endX = up;
            }
        }
    }

    private void limit(double feed, boolean filamentOnly, Segment s) {
        double x = Math.abs(s.beginX);
        double y = Math.abs(s.beginY);
        double z = Math.abs(s.beginZ);
        double e = Math.abs(s.beginE);
        double slow = most(most(x * xSlow, y * ySlow), most(z * zSlow, e * eSlow));
        double lazy = most(most(x * xLazy, y * yLazy), most(z * zLazy, e * eLazy));
        double acceleration = filamentOnly
                ? limits.retractAcceleration()
                : e > 0 ? limits.acceleration() : limits.travelAcceleration();
        double wanted = feed * (1 / 60.0);
        s.speed = feed > 0 && wanted * slow < 1 ? wanted : 1 / slow;
        s.acceleration = acceleration * lazy < 1 ? acceleration : 1 / lazy;
    }

    /// As Math.max, without its care for signs and NaN.
    static double most(double a, double b) {
        return a > b ? a : b;
    }

    /// On an arc every direction of its plane comes up, so the slower of its two axes counts.
    private void limitArc(Plane plane, double part, double up, double feed, Segment s) {
        double speed = feed > 0 ? feed / 60 : Double.POSITIVE_INFINITY;
        double acceleration = Math.min(limits.acceleration(),
                Math.min(axis(plane.first()).acceleration(), axis(plane.second()).acceleration()) / part);
        speed = Math.min(speed, Math.min(axis(plane.first()).speed(), axis(plane.second()).speed()) / part);
        if (up != 0) {
            speed = Math.min(speed, axis(plane.climb()).speed() / Math.abs(up));
            acceleration = Math.min(acceleration, axis(plane.climb()).acceleration() / Math.abs(up));
        }
        if (s.beginE != 0) {
            speed = Math.min(speed, limits.e().speed() / Math.abs(s.beginE));
        }
        s.speed = speed;
        s.acceleration = acceleration;
    }

    private AxisLimit axis(int axis) {
        return axis == 0 ? limits.x() : axis == 1 ? limits.y() : limits.z();
    }

    /// Firmware cuts arcs into chords and slows at each of their corners. Junction deviation d at a turn of t radians is a
    /// circle of radius 8 d / t²; and the planner must always be able to stop within the chords that it sees.
    private double arcSpeed(double radius, Segment s) {
        double turn = limits.turnPerChord(radius);
        double stop = Math.sqrt(2 * s.acceleration * limits.blocks() * turn * radius);
        double corner = switch (limits.corner()) {
            case CornerRule.JunctionDeviation j ->
                Math.sqrt(s.acceleration * (j.smallSegments()
                        ? Math.min(radius, 8 * j.mm() / (turn * turn))
                        : 8 * j.mm() / (turn * turn)));
            case CornerRule.Jerk j -> Math.min(j.x(), j.y()) / turn;
        };
        return Math.min(stop, corner);
    }
}
