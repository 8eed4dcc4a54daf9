package org.commonwright.gcode;

/// Speed over a move: from the entry speed up to the cruise speed, and down to the exit speed, at one acceleration.
record Trapezoid(double length, double entry, double cruise, double exit, double acceleration) {
    /// The trapezoid of a move whose entry and exit can be reached from each other.
    static Trapezoid of(double length, double entry, double top, double exit, double acceleration) {
        double peak = Math.sqrt(Math.max(0, acceleration * length + (entry * entry + exit * exit) / 2));
        return new Trapezoid(length, entry, Math.max(Math.max(entry, exit), Math.min(top, peak)), exit, acceleration);
    }

    /// The seconds that it takes, added up in small steps of way: slow, and by another road than the estimate's.
    double seconds() {
        int steps = 400;
        double sum = 0;
        double before = entry;
        for (int i = 1; i <= steps; i++) {
            double way = Math.min(length, length * i / steps);
            double v = Math.min(cruise, Math.min(Math.sqrt(entry * entry + 2 * acceleration * way),
                    Math.sqrt(exit * exit + 2 * acceleration * (length - way))));
            // Within a step the speed is taken to change evenly in time.
            sum += 2 * (length / steps) / Math.max(before + v, 1e-12);
            before = v;
        }
        return sum;
    }
}
