package org.commonwright.gcode;

/// What a machine remembers from line to line (RS-274/NGC section 3.4). Positions are in millimetres, in the machine's own
/// frame, which begins at zero because a program does not say where the tool stands; feeds are in mm/min.
public final class ModalState {
    /// Motion of no word: GRBL's `G80`.
    public static final int NO_MOTION = 80;

    int motion;
    Plane plane = Plane.XY;
    boolean inches;
    boolean relative;
    boolean relativeExtrusion;
    boolean absoluteCentres;
    boolean inverseTime;
    int workSystem;
    int spindle = 5;
    int tool;
    double speed;
    double feed;
    final double[] position = new double[3];
    double extruder;
    final double[] shift = new double[3];
    double extruderShift;
    final double[][] workOffsets = new double[6][3];
    double toolLength;
    double hotend;
    double bed;
    boolean ended;

    ModalState(Dialect dialect) {
        motion = 0;
        // Marlin starts with a feed of its own (`feedrate_mm_s`, 1500 mm/min); GRBL demands one.
        feed = dialect == Dialect.MARLIN ? 1500 : 0;
    }

    /// 0 to 3 for G0 to G3, or [#NO_MOTION].
    public int motion() {
        return motion;
    }

    public Plane plane() {
        return plane;
    }

    /// G20 is in force.
    public boolean inches() {
        return inches;
    }

    /// G91 is in force.
    public boolean relative() {
        return relative;
    }

    /// M83 (or, for Marlin, G91) is in force.
    public boolean relativeExtrusion() {
        return relativeExtrusion;
    }

    /// G90.1 is in force.
    public boolean absoluteCentres() {
        return absoluteCentres;
    }

    /// G93 is in force.
    public boolean inverseTime() {
        return inverseTime;
    }

    /// 0 for G54 to 5 for G59.
    public int workSystem() {
        return workSystem;
    }

    /// 3 clockwise, 4 counter-clockwise (or laser power by speed), 5 off.
    public int spindle() {
        return spindle;
    }

    public int tool() {
        return tool;
    }

    /// The last S of a spindle.
    public double speed() {
        return speed;
    }

    /// mm/min, or 1/min under G93; 0 when none was given.
    public double feed() {
        return feed;
    }

    /// The machine's position on axis 0 (x), 1 (y) or 2 (z), in mm.
    public double position(int axis) {
        return position[axis];
    }

    /// The position as the program names it: work offset, G92 and tool length taken off.
    public double workPosition(int axis) {
        return position[axis] - offset(axis);
    }

    /// Filament fed since the start, in mm.
    public double extruder() {
        return extruder;
    }

    /// The hot end's last target in °C (M104, M109); 0 when it has none.
    public double hotend() {
        return hotend;
    }

    /// The bed's last target in °C (M140, M190); 0 when it has none.
    public double bed() {
        return bed;
    }

    /// M2 or M30 was met.
    public boolean ended() {
        return ended;
    }

    /// What lies between the program's coordinates and the machine's, on one axis.
    public double offset(int axis) {
        return workOffsets[workSystem][axis] + shift[axis] + (axis == 2 ? toolLength : 0);
    }

    /// Sets the offset of a work coordinate system (0 for G54) on one axis, in mm.
    public void workOffset(int system, int axis, double mm) {
        workOffsets[system][axis] = mm;
    }

    double unit() {
        return inches ? 25.4 : 1;
    }
}
