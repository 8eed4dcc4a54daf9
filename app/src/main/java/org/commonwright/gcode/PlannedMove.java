package org.commonwright.gcode;

/// A move with its speeds settled: where the tool is at any time of it.
public final class PlannedMove {
    private final int line;
    private final MoveKind kind;
    private final double[] from;
    private final double[] to;
    private final double filament;
    private final Trapezoid speed;
    private final Plane plane;
    private final double centreFirst;
    private final double centreSecond;
    private final double sweep;

    PlannedMove(Motion m, Trapezoid speed) {
        line = m.line;
        kind = m.kind;
        from = m.from.clone();
        to = m.to.clone();
        filament = m.filament;
        this.speed = speed;
        plane = m.arc.plane;
        centreFirst = m.arc.centreFirst;
        centreSecond = m.arc.centreSecond;
        sweep = m.curved ? m.arc.sweep : 0;
    }

    /// The source line, from 1.
    public int line() {
        return line;
    }

    public MoveKind kind() {
        return kind;
    }

    /// How its speed goes up and down.
    public Trapezoid speed() {
        return speed;
    }

    public double seconds() {
        return speed.seconds();
    }

    /// Filament fed over the whole move, in mm.
    public double filament() {
        return filament;
    }

    /// Where it ends on axis 0 to 2, in mm.
    public double to(int axis) {
        return to[axis];
    }

    /// Where the tool is on axis 0 to 2, `seconds` after the move began, in mm.
    public double position(int axis, double seconds) {
        double part = speed.length() <= 0 ? 1 : Math.clamp(speed.distanceAt(seconds) / speed.length(), 0, 1);
        if (part == 1) {
            return to[axis];
        }
        if (sweep == 0 || axis == plane.climb()) {
            return from[axis] + (to[axis] - from[axis]) * part;
        }
        double cos = Math.cos(sweep * part);
        double sin = Math.sin(sweep * part);
        return axis == plane.first()
                ? from[axis] + centreFirst - centreFirst * cos + centreSecond * sin
                : from[axis] + centreSecond - centreFirst * sin - centreSecond * cos;
    }
}
