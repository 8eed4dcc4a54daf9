package org.commonwright.machine.protocol;

/// The way that one line of a program goes, in the program's coordinates, mm. `NaN` is a coordinate that is not known.
///
/// @param line of the file
/// @param straight whether the way is the straight one; when not, the machine may be anywhere meanwhile
/// @param speed what the program says at the most, mm/s; without end where it says nothing
/// @param slack how far the machine may be off it besides, mm: more than 0 for a part of an arc
record Leg(int line, Position from, Position to, boolean straight, double speed, double slack) {

    /// A leg of which nothing is known.
    static Leg anywhere(int line) {
        return new Leg(line, Position.ORIGIN, Position.ORIGIN, false, Double.POSITIVE_INFINITY, 0);
    }

    Leg unknown() {
        return anywhere(line);
    }

    /// Whether both ends are known, as far as X and Y go.
    boolean isKnown() {
        double sum = from.x() + from.y() + to.x() + to.y();
        return straight && !Double.isNaN(sum);
    }

    /// Whether all of it is known, so that it has a length.
    boolean isWhole() {
        return isKnown() && !Double.isNaN(from.z() + to.z());
    }

    /// mm; 0 where it is not known.
    double length() {
        return isWhole() ? to.minus(from).length() : 0;
    }

    /// Whether it is one of many that an arc was cut into.
    boolean isPart() {
        return slack > 0;
    }

    /// Of length one; of length 0 where it is not known.
    Position direction() {
        double length = length();
        return length == 0 ? Position.ORIGIN : to.minus(from).times(1 / length);
    }

    /// Whether a machine that goes this way may be at that place; always so where it cannot be told.
    ///
    /// @param tolerance mm
    boolean mayBeAt(Position place, double tolerance) {
        return !Double.isNaN(firstAt(place, 0, tolerance));
    }

    /// How far along this way a machine at that place is at the least.
    ///
    /// @param from how far it certainly is, mm
    /// @param tolerance mm
    /// @return mm, `from` where it cannot be told, NaN when it is not on the rest of this way
    double firstAt(Position place, double from, double tolerance) {
        if (!straight) {
            return from;
        }
        double[] way = way();
        double[] off = {off(from().x(), to.x(), place.x()), off(from().y(), to.y(), place.y()),
                off(from().z(), to.z(), place.z())};
        double length = Math.sqrt(dot(way, way));
        double along = length == 0 ? 0 : dot(way, off) / length;
        double near = tolerance + slack;
        double room = near * near - Math.max(0, dot(off, off) - along * along);
        if (room < 0) {
            return Double.NaN;
        }
        double first = Math.max(from, along - Math.sqrt(room));
        return first <= Math.min(length, along + Math.sqrt(room)) ? first : Double.NaN;
    }

    private double[] way() {
        return new double[]{known(to.x() - from.x()), known(to.y() - from.y()), known(to.z() - from.z())};
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
