package org.commonwright.gcode;

/// The top speed at the corner between two [Segment]s.
final class Corner {
    private final MotionLimits limits;
    private final double deviation;
    private final boolean smallSegments;
    private final CornerRule.Jerk jerk;

    Corner(MotionLimits limits) {
        this.limits = limits;
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
        double nominal = Math.min(before.speed, after.speed);
        return deviation >= 0
                ? Math.min(nominal * nominal, byDeviation(before, after))
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

    private double byDeviation(Segment a, Segment b) {
        double cos = a.endX * b.beginX + a.endY * b.beginY + a.endZ * b.beginZ + a.endE * b.beginE;
        if (cos > 0.999999) {
            return Double.POSITIVE_INFINITY;
        }
        if (cos < -0.999999) {
            return 0;
        }
        double acceleration = acceleration(a, b);
        double sin = Math.sqrt(0.5 * (1 + cos));
        double v2 = acceleration * deviation * sin / (1 - sin);
        if (smallSegments && b.length < 1 && cos > Math.sqrt(0.5)) {
            v2 = Math.min(v2, acceleration * b.length / Math.acos(cos));
        }
        return v2;
    }

    /// What the axes allow in the direction in which the speed changes.
    private double acceleration(Segment a, Segment b) {
        double x = b.beginX - a.endX;
        double y = b.beginY - a.endY;
        double z = b.beginZ - a.endZ;
        double e = b.beginE - a.endE;
        double norm = Math.sqrt(x * x + y * y + z * z + e * e);
        double most = Math.min(limits.acceleration(), Math.max(a.acceleration, b.acceleration));
        most = x == 0 ? most : Math.min(most, limits.x().acceleration() * norm / Math.abs(x));
        most = y == 0 ? most : Math.min(most, limits.y().acceleration() * norm / Math.abs(y));
        most = z == 0 ? most : Math.min(most, limits.z().acceleration() * norm / Math.abs(z));
        return e == 0 ? most : Math.min(most, limits.e().acceleration() * norm / Math.abs(e));
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
