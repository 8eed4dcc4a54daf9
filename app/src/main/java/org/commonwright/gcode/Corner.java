package org.commonwright.gcode;

/// The top speed at the corner between two [Segment]s.
final class Corner {
    /// Turns of less than 45° are taken for part of a curve.
    private static final double OCTAGON = Math.sqrt(0.5);

    private final double limit;
    private final double deviation;
    private final boolean smallSegments;
    private final CornerRule.Jerk jerk;
    private final double xLazy;
    private final double yLazy;
    private final double zLazy;
    private final double eLazy;

    Corner(MotionLimits limits) {
        limit = limits.acceleration();
        xLazy = 1 / limits.x().acceleration();
        yLazy = 1 / limits.y().acceleration();
        zLazy = 1 / limits.z().acceleration();
        eLazy = 1 / limits.e().acceleration();
        switch (limits.corner()) {
            case CornerRule.JunctionDeviation j -> {
                deviation = j.mm();
                smallSegments = j.smallSegments();
                jerk = new CornerRule.Jerk(0, 0, 0, 0);
            }
            case CornerRule.Jerk j -> {
                deviation = -1;
                smallSegments = false;
                jerk = j;
            }
        }
    }

    /// mm²/s², at most what both segments allow.
    double speed2(Segment before, Segment after) {
        double nominal = before.speed < after.speed ? before.speed : after.speed;
        return deviation >= 0
                ? byDeviation(before, after, nominal * nominal)
                : byJerk(before, after, nominal);
    }

    /// At which a segment may begin or end a standstill, mm²/s².
    double stop2(Segment s) {
        if (deviation >= 0) {
            return 0;
        }
        double v = s.speed;
        v = within(v, jerk.x(), s.beginX);
        v = within(v, jerk.y(), s.beginY);
        v = within(v, jerk.z(), s.beginZ);
        v = within(v, jerk.e(), s.beginE);
        return v * v;
    }

    private static double within(double v, double jerk, double part) {
        return part == 0 ? v : Math.min(v, jerk / Math.abs(part));
    }

    private double byDeviation(Segment a, Segment b, double nominal2) {
        double cos = a.endX * b.beginX + a.endY * b.beginY + a.endZ * b.beginZ + a.endE * b.beginE;
        if (cos > 0.999999) {
            return nominal2;
        }
        if (cos < -0.999999) {
            return 0;
        }
        double acceleration = acceleration(a, b);
        double sin = Math.sqrt(0.5 * (1 + cos));
        double v2 = acceleration * deviation * sin / (1 - sin);
        if (smallSegments && b.length < 1 && cos > OCTAGON) {
            double curve = acceleration * b.length / angle(cos);
            v2 = curve < v2 ? curve : v2;
        }
        return v2 < nominal2 ? v2 : nominal2;
    }

    /// The angle of a cosine above 0.7, to a few parts in ten thousand: the series of the arc sine of half of it.
    private static double angle(double cos) {
        double s2 = (1 - cos) / 2;
        return 2 * Math.sqrt(s2) * (1 + s2 * (1 / 6.0 + s2 * (3 / 40.0 + s2 * (15 / 336.0))));
    }

    /// What the axes allow in the direction in which the speed changes.
    private double acceleration(Segment a, Segment b) {
        double x = b.beginX - a.endX;
        double y = b.beginY - a.endY;
        double z = b.beginZ - a.endZ;
        double e = b.beginE - a.endE;
        double norm = Math.sqrt(x * x + y * y + z * z + e * e);
        // Marlin's corner is no sharper than the move behind it is; GRBL asks the axes alone (`plan_buffer_line`).
        double most = limit < Double.POSITIVE_INFINITY ? b.acceleration : limit;
        double lazy = SegmentMaker.most(SegmentMaker.most(Math.abs(x) * xLazy, Math.abs(y) * yLazy),
                SegmentMaker.most(Math.abs(z) * zLazy, Math.abs(e) * eLazy));
        return most * lazy < norm ? most : norm / lazy;
    }

    private double byJerk(Segment a, Segment b, double nominal) {
        double part = 1;
        part = share(part, jerk.x(), nominal * Math.abs(b.beginX - a.endX));
        part = share(part, jerk.y(), nominal * Math.abs(b.beginY - a.endY));
        part = share(part, jerk.z(), nominal * Math.abs(b.beginZ - a.endZ));
        part = share(part, jerk.e(), nominal * Math.abs(b.beginE - a.endE));
        double v = nominal * part;
        return v * v;
    }

    private static double share(double part, double jerk, double change) {
        return change > jerk ? Math.min(part, jerk / change) : part;
    }
}
