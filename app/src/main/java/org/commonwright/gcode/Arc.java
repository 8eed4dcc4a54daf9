package org.commonwright.gcode;

/// A circle's part or a helix: its plane, its centre relative to its start, and how far it turns.
///
/// The arithmetic is that of GRBL's `gc_execute_line` and `mc_arc`: radius 0.005 mm off, or 0.1 % of it when that is more
/// (never above 0.5 mm), is let pass.
public final class Arc {
    private static final double FULL = 2 * Math.PI;
    private static final double ANGLE_EPSILON = 5e-7;

    Plane plane = Plane.XY;
    double centreFirst;
    double centreSecond;
    double sweep;
    double radius;

    public Plane plane() {
        return plane;
    }

    /// The centre on the plane's first axis, relative to the arc's start, in mm.
    public double centreFirst() {
        return centreFirst;
    }

    /// The centre on the plane's second axis, relative to the arc's start, in mm.
    public double centreSecond() {
        return centreSecond;
    }

    /// Radians, counter-clockwise positive.
    public double sweep() {
        return sweep;
    }

    public double radius() {
        return radius;
    }

    /// By centre offsets (`I J K`).
    ///
    /// @param dFirst  the end on the plane's first axis, relative to the start
    /// @param dSecond the end on the second axis
    /// @return how far the end is off the circle, in mm; 0 when that is within what GRBL lets pass
    public double byCentre(Plane plane, boolean clockwise, double dFirst, double dSecond, double first, double second) {
        this.plane = plane;
        centreFirst = first;
        centreSecond = second;
        radius = Math.hypot(first, second);
        turn(clockwise, dFirst, dSecond);
        double off = Math.abs(Math.hypot(dFirst - first, dSecond - second) - radius);
        return off <= 0.005 || off <= 0.5 && off <= 0.001 * radius ? 0 : off;
    }

    /// By radius (`R`); a negative one takes the longer way round.
    ///
    /// @return 0, or by how many mm the radius is too short to reach the end
    public double byRadius(Plane plane, boolean clockwise, double dFirst, double dSecond, double r) {
        double chord = Math.hypot(dFirst, dSecond);
        double h2 = 4 * r * r - chord * chord;
        double missing = h2 < 0 ? chord / 2 - Math.abs(r) : 0;
        double h = Math.sqrt(Math.max(h2, 0)) / chord * (clockwise == r > 0 ? -1 : 1);
        this.plane = plane;
        centreFirst = (dFirst - dSecond * h) / 2;
        centreSecond = (dSecond + dFirst * h) / 2;
        radius = Math.hypot(centreFirst, centreSecond);
        turn(clockwise, dFirst, dSecond);
        // A half circle's rounding in the last place is let pass; anything more, GRBL refuses (error 34).
        return missing > 1e-4 ? missing : 0;
    }

    private void turn(boolean clockwise, double dFirst, double dSecond) {
        double fromFirst = -centreFirst;
        double fromSecond = -centreSecond;
        double toFirst = dFirst - centreFirst;
        double toSecond = dSecond - centreSecond;
        sweep = Math.atan2(fromFirst * toSecond - fromSecond * toFirst, fromFirst * toFirst + fromSecond * toSecond);
        if (clockwise && sweep >= -ANGLE_EPSILON) {
            sweep -= FULL;
        } else if (!clockwise && sweep <= ANGLE_EPSILON) {
            sweep += FULL;
        }
    }
}
