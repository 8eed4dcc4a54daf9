package org.commonwright.machine.virtual;

import java.util.Arrays;

/// The words of one line, sorted into GRBL's groups; absent values are NaN.
final class GrblCommand {
    private static final int LETTERS = 26;

    private final double[] values = new double[LETTERS];
    double motion = Double.NaN;
    double nonModal = Double.NaN;
    /// 43.1, 49, or 0.
    double toolLength;
    int plane;
    int distance;
    int feedMode;
    int units;
    int system;
    int program = -1;
    int spindle;
    int coolant;

    GrblCommand() {
        Arrays.fill(values, Double.NaN);
    }

    boolean has(char letter) {
        return !Double.isNaN(values[letter - 'A']);
    }

    double value(char letter, double otherwise) {
        return has(letter) ? values[letter - 'A'] : otherwise;
    }

    void set(char letter, double value) {
        values[letter - 'A'] = value;
    }

    boolean hasAxes() {
        return has('X') || has('Y') || has('Z');
    }

    /// Whether the work's zero may be elsewhere afterwards; the next report then says where.
    boolean movesZero() {
        return system > 0 || toolLength != 0 || nonModal == 10 || nonModal == 92 || nonModal == 92.1;
    }
}
