package org.commonwright.gcode;

import org.commonwright.model.Bounds;

/// A box that grows.
final class BoundsBuilder {
    private final double[] min = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    private final double[] max = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

    void add(double x, double y, double z) {
        add(0, x);
        add(1, y);
        add(2, z);
    }

    void add(int axis, double value) {
        if (value < min[axis]) {
            min[axis] = value;
        }
        if (value > max[axis]) {
            max[axis] = value;
        }
    }

    /// The arc's outermost points: its ends are added by the caller, here come the quadrants that it passes.
    void addArc(Motion motion) {
        Arc arc = motion.arc();
        Plane plane = arc.plane();
        double first = motion.from(plane.first()) + arc.centreFirst();
        double second = motion.from(plane.second()) + arc.centreSecond();
        double begin = Math.atan2(-arc.centreSecond(), -arc.centreFirst());
        double low = Math.min(begin, begin + arc.sweep());
        double high = Math.max(begin, begin + arc.sweep());
        for (double quarter = Math.ceil(low / (Math.PI / 2)); quarter * Math.PI / 2 <= high; quarter++) {
            switch ((int) quarter & 3) {
                case 0 -> add(plane.first(), first + arc.radius());
                case 1 -> add(plane.second(), second + arc.radius());
                case 2 -> add(plane.first(), first - arc.radius());
                default -> add(plane.second(), second - arc.radius());
            }
        }
    }

    /// The box; an axis that nothing was said of is 0 wide at 0.
    Bounds build() {
        for (int axis = 0; axis < 3; axis++) {
            if (min[axis] > max[axis]) {
                min[axis] = 0;
                max[axis] = 0;
            }
        }
        return new Bounds(min[0], min[1], min[2], max[0], max[1], max[2]);
    }
}
