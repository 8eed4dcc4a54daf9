package org.commonwright.machine.virtual;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.machine.protocol.Position;

/// The `$` settings of a small milling machine, 300 × 200 × 80 mm.
final class GrblSettings {
    private final Map<Integer, Double> values = new TreeMap<>();

    GrblSettings() {
        double[][] defaults = {{0, 10}, {1, 25}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}, {10, 3},
                {11, 0.01}, {12, 0.002}, {13, 0}, {20, 0}, {21, 0}, {22, 1}, {23, 0}, {24, 100},
                {25, 1000}, {26, 250}, {27, 1}, {30, 10000}, {31, 0}, {32, 0}, {100, 250}, {101, 250},
                {102, 250}, {110, 3000}, {111, 3000}, {112, 1000}, {120, 200}, {121, 200}, {122, 100},
                {130, 300}, {131, 200}, {132, 80}};
        for (double[] pair : defaults) {
            values.put((int) pair[0], pair[1]);
        }
    }

    double get(int number) {
        return values.getOrDefault(number, 0.0);
    }

    /// Where it stands after homing: pulled off its switches, at the upper end of each axis, or at the lower one where `$23` says so;
    /// the upper end is the machine's zero (`limits_go_home` in GRBL's `limits.c`, without `HOMING_FORCE_SET_ORIGIN`).
    Position homed() {
        return new Position(homed(0), homed(1), homed(2));
    }

    private double homed(int axis) {
        boolean lower = ((int) get(23) >> axis & 1) != 0;
        return lower ? get(27) - get(130 + axis) : -get(27);
    }

    boolean set(int number, double value) {
        return values.replace(number, value) != null;
    }

    String list() {
        var text = new StringBuilder();
        values.forEach((n, v) -> text.append('$').append(n).append('=').append(format(n, v)).append("\r\n"));
        return text.toString();
    }

    private static String format(int number, double value) {
        boolean whole = number < 11 || number >= 20 && number < 24 || number == 32 || number == 26 || number == 13;
        return whole ? Integer.toString((int) value) : String.format(Locale.ROOT, "%.3f", value);
    }
}
