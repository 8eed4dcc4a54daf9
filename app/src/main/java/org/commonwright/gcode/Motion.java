package org.commonwright.gcode;

/// One move on its way from the [Interpreter] to a [MotionSink]. The same object is filled anew for each move: a sink copies
/// what it keeps.
public final class Motion {
    MoveKind kind = MoveKind.RAPID;
    int line;
    final double[] from = new double[3];
    final double[] to = new double[3];
    int fromKnown;
    int toKnown;
    double filament;
    double feed;
    double length;
    final Arc arc = new Arc();
    boolean curved;

    public MoveKind kind() {
        return kind;
    }

    /// The source line, from 1.
    public int line() {
        return line;
    }

    /// Where it begins, in mm, by axis 0 to 2.
    public double from(int axis) {
        return from[axis];
    }

    /// Where it ends, in mm, by axis 0 to 2.
    public double to(int axis) {
        return to[axis];
    }

    /// mm of filament fed meanwhile; negative when it goes back.
    public double filament() {
        return filament;
    }

    /// mm/min; 0 for as fast as the machine may.
    public double feed() {
        return feed;
    }

    /// The tool's way in mm; along the curve for arcs.
    public double length() {
        return length;
    }

    /// Whether [#arc] says how it bends.
    public boolean curved() {
        return curved;
    }

    public Arc arc() {
        return arc;
    }

    /// Whether the program itself had said where this axis stands before the move: 1, 2, 4 for x, y, z.
    int fromKnown() {
        return fromKnown;
    }

    int toKnown() {
        return toKnown;
    }
}
