package org.commonwright.machine.protocol;

import java.util.List;

/// How far motors can be behind a planner at the most: what has left the planner waits in a few segments, each of about a hundredth
/// of a second, and in slow motion each of a step or two. So how long a way they hold is reckoned from how fast it can be driven:
/// by the feed that the program says, by what the axes can do, and by the corners.
///
/// @param segments that may wait, with one or two for the time that a report takes to be written
/// @param second that a segment lasts at the most while the motion is not slow
/// @param step mm, the longest of any axis
/// @param rates of each axis, mm/s
/// @param accelerations of each axis, mm/s²
/// @param deviation by which corners are rounded in thought, mm (`$11`)
/// @param report by how much a reported place may be off, for its last digit, mm
/// @param arcs how far the chords of an arc are off it, mm (`$12`)
public record Steppers(int segments, double second, double step, Position rates, Position accelerations,
        double deviation, double report, double arcs) {
    /// A feed override doubles what the program says.
    private static final double OVERRIDE = 2;
    /// A step and a quarter, less than the same again in the last hundredth of a second, on an axis that has only its part of the way.
    private static final double SLOW_STEPS = 2.5 * Math.sqrt(3);
    /// A hundredth, for rounding.
    private static final double MORE = 1.01;
    /// An arc's direction is not quite that of its part.
    private static final double TURNING = 1.1;

    /// How far off the way a place may be that the machine reports, mm: by the last digit of a report, and on each axis by half a step for the
    /// ends of the way and half a step on it.
    double tolerance() {
        return report + Math.sqrt(3) * step;
    }

    /// A move that is at least so long is certainly one step or more, mm.
    public double certain() {
        return 2 * step;
    }

    /// How long they may be behind the planner at the most, seconds.
    ///
    /// @param speed the slowest, mm/s
    public double seconds(double speed) {
        return segments * (second + SLOW_STEPS * step / speed);
    }

    /// How far one segment leads on each of these legs at the most, mm.
    ///
    /// @param legs one after the other; nothing is known of how the first is begun and the last is ended
    double[] reach(List<Leg> legs) {
        int count = legs.size();
        double[] speed = new double[count + 1];
        speed[0] = speed[count] = Double.POSITIVE_INFINITY;
        for (int k = 1; k < count; k++) {
            speed[k] = Math.min(corner(legs.get(k - 1), legs.get(k)), gained(speed[k - 1], legs.get(k - 1)));
        }
        for (int k = count - 1; k >= 0; k--) {
            speed[k] = Math.min(speed[k], gained(speed[k + 1], legs.get(k)));
        }
        double[] reach = new double[count];
        for (int k = 0; k < count; k++) {
            Leg leg = legs.get(k);
            double ends = (speed[k] * speed[k] + speed[k + 1] * speed[k + 1]) / 2;
            double peak = Math.sqrt(ends + acceleration(leg) * leg.length());
            reach[k] = leg.length() == 0
                    ? Double.POSITIVE_INFINITY
                    : (leg.isPart() ? TURNING : MORE) * (Math.min(peak, top(leg)) * second + SLOW_STEPS * step);
        }
        return reach;
    }

    private double top(Leg leg) {
        return Math.min(leg.speed() * OVERRIDE, within(rates, leg.direction()));
    }

    private double acceleration(Leg leg) {
        return within(accelerations, leg.direction());
    }

    /// A leg of which nothing is known may be as long as it likes.
    private double gained(double speed, Leg leg) {
        return leg.length() == 0
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(speed * speed + 2 * acceleration(leg) * leg.length());
    }

    /// Junction deviation (Sungeun K. Jeon, "Improving Grbl: Cornering Algorithm", 2011).
    private double corner(Leg before, Leg after) {
        Position change = after.direction().minus(before.direction());
        double turn = change.length();
        // The sine of half the angle that the two legs leave between them.
        double sin = Math.sqrt(Math.max(0, 1 - turn * turn / 4));
        if (before.isPart() || after.isPart() || before.length() == 0 || after.length() == 0 || sin > 0.9999) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.sqrt(within(accelerations, change.times(1 / turn)) * deviation * sin / (1 - sin));
    }

    private static double within(Position limits, Position direction) {
        return Math.min(within(limits.x(), direction.x()),
                Math.min(within(limits.y(), direction.y()), within(limits.z(), direction.z())));
    }

    private static double within(double limit, double part) {
        return part == 0 ? Double.POSITIVE_INFINITY : limit / Math.abs(part);
    }
}
