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

    Coordinates() {
        Arrays.fill(systems, Position.ORIGIN);
    }

    Position offset(int system) {
        return systems[system - 54].plus(shift);
    }

    /// `G10 L2` (the offset itself) or `G10 L20` (so that the machine stands at these coordinates).
    void set(int system, GrblCommand c, boolean standing, Position at, double unit) {
        Position old = systems[system - 54];
        Position base = standing ? at.minus(shift) : Position.ORIGIN;
        double sign = standing ? -unit : unit;
        systems[system - 54] = new Position(c.has('X') ? base.x() + sign * c.value('X', 0) : old.x(),
                c.has('Y') ? base.y() + sign * c.value('Y', 0) : old.y(),
                c.has('Z') ? base.z() + sign * c.value('Z', 0) : old.z());
    }

    /// `G92`: calls the place where it stands these coordinates.
    void shift(int system, GrblCommand c, Position at, double unit) {
        Position base = at.minus(systems[system - 54]);
        shift = new Position(c.has('X') ? base.x() - unit * c.value('X', 0) : shift.x(),
                c.has('Y') ? base.y() - unit * c.value('Y', 0) : shift.y(),
                c.has('Z') ? base.z() - unit * c.value('Z', 0) : shift.z());
    }

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

    /// The answer to `$#`, but for its last line, the probe's.
    String list() {
        var text = new StringBuilder();
        for (int i = 0; i < SYSTEMS; i++) {
            text.append(line("G" + (54 + i), systems[i]));
        }
        return text + line("G28", home28) + line("G30", home30) + line("G92", shift) + "[TLO:0.000]\r\n";
    }

    private static String line(String name, Position p) {
        return "[" + name + ":" + text(p) + "]\r\n";
    }

    static String text(Position p) {
        return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", p.x(), p.y(), p.z());
    }
}
