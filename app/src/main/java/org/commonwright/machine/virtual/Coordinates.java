package org.commonwright.machine.virtual;

import java.util.Arrays;
import java.util.Locale;
import org.commonwright.machine.protocol.Position;

/// GRBL's work coordinate systems, in machine millimetres.
final class Coordinates {
    private static final int SYSTEMS = 6;

    private final Position[] systems = new Position[SYSTEMS];
    private Position shift = Position.ORIGIN;
    private Position home28 = Position.ORIGIN;
    private Position home30 = Position.ORIGIN;
    private double toolLength;
    private int blank;

    Coordinates() {
        Arrays.fill(systems, Position.ORIGIN);
    }

    Position offset(int system) {
        return systems[system - 54].plus(shift).plus(tool());
    }

    /// Where the first system (G54) has its zero.
    void place(Position zero) {
        systems[0] = zero;
    }

    private Position tool() {
        return new Position(0, 0, toolLength);
    }

    /// `G43.1`, or 0 for `G49`.
    void toolLength(double length) {
        toolLength = length;
    }

    /// The memory was never written, or not whole: each place says so once when it is read, and is then zero.
    void blank() {
        Arrays.fill(systems, Position.ORIGIN);
        blank = SYSTEMS;
    }

    /// `G10 L2` (the offset itself) or `G10 L20` (so that the machine stands at these coordinates).
    void set(int system, GrblCommand c, boolean standing, Position at, double unit) {
        Position old = systems[system - 54];
        Position base = standing ? at.minus(shift).minus(tool()) : Position.ORIGIN;
        double sign = standing ? -unit : unit;
        systems[system - 54] = new Position(c.has('X') ? base.x() + sign * c.value('X', 0) : old.x(),
                c.has('Y') ? base.y() + sign * c.value('Y', 0) : old.y(),
                c.has('Z') ? base.z() + sign * c.value('Z', 0) : old.z());
    }

    /// `G92`: calls the place where it stands these coordinates.
    void shift(int system, GrblCommand c, Position at, double unit) {
        Position base = at.minus(systems[system - 54]).minus(tool());
        shift = new Position(c.has('X') ? base.x() - unit * c.value('X', 0) : shift.x(),
                c.has('Y') ? base.y() - unit * c.value('Y', 0) : shift.y(),
                c.has('Z') ? base.z() - unit * c.value('Z', 0) : shift.z());
    }

    /// `G92.1`.
    void clearShift() {
        shift = Position.ORIGIN;
    }

    Position home(double g) {
        return g == 28 ? home28 : home30;
    }

    void storeHome(double g, Position at) {
        if (g == 28.1) {
            home28 = at;
        } else {
            home30 = at;
        }
    }

    /// Answers `$#`: stops at the first blank place with `error:7`, after which the `ok` still comes.
    ///
    /// @param probe the last line
    String list(String probe) {
        var text = new StringBuilder();
        for (int i = 0; i < SYSTEMS; i++) {
            if (i >= SYSTEMS - blank) {
                blank--;
                return text + "error:7\r\n";
            }
            text.append(line("G" + (54 + i), systems[i]));
        }
        return text + line("G28", home28) + line("G30", home30) + line("G92", shift)
                + String.format(Locale.ROOT, "[TLO:%.3f]\r\n", toolLength) + probe + "\r\n";
    }

    private static String line(String name, Position p) {
        return "[" + name + ":" + text(p) + "]\r\n";
    }

    static String text(Position p) {
        return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", p.x(), p.y(), p.z());
    }
}
