package org.commonwright.machine.protocol;

/// The way that one line of a program goes, in the program's coordinates, mm. `NaN` is a coordinate that is not known.
///
/// @param line of the file
/// @param straight whether the way is the straight one; when not, the machine may be anywhere meanwhile
record Leg(int line, Position from, Position to, boolean straight) {

    /// A leg of which nothing is known.
    static Leg anywhere(int line) {
        return new Leg(line, Position.ORIGIN, Position.ORIGIN, false);
    }

    Leg unknown() {
        return anywhere(line);
    }

    /// Whether both ends are known, as far as X and Y go.
    boolean isKnown() {
        double sum = from.x() + from.y() + to.x() + to.y();
        return straight && !Double.isNaN(sum);
    }

    /// Whether a machine that goes this way may be at that place; always so where it cannot be told.
    ///
    /// @param tolerance mm
    boolean mayBeAt(Position place, double tolerance) {
        if (!straight) {
            return true;
        }
        double[] way = {known(to.x() - from.x()), known(to.y() - from.y()), known(to.z() - from.z())};
        double[] off = {off(from.x(), to.x(), place.x()), off(from.y(), to.y(), place.y()),
                off(from.z(), to.z(), place.z())};
        double length = dot(way, way);
        double part = length == 0 ? 0 : Math.clamp(dot(way, off) / length, 0, 1);
        double rest = 0;
        for (int axis = 0; axis < way.length; axis++) {
            double distance = off[axis] - part * way[axis];
            rest += distance * distance;
        }
        return rest <= tolerance * tolerance;
    }

    /// An axis of which one end is not known tells nothing.
    private static double off(double begin, double end, double at) {
        return Double.isNaN(begin) || Double.isNaN(end) ? 0 : at - begin;
    }

    private static double known(double way) {
        return Double.isNaN(way) ? 0 : way;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
