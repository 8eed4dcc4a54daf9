package org.commonwright.gcode;

/// Speed over a move: from the entry speed up to the cruise speed, and down to the exit speed, at one acceleration.
///
/// @param length       mm
/// @param entry        mm/s
/// @param cruise       mm/s, reached or not: [#of] lowers it to what is reached
/// @param exit         mm/s
/// @param acceleration mm/s²
public record Trapezoid(double length, double entry, double cruise, double exit, double acceleration) {
    /// The trapezoid of a move whose entry and exit can be reached from each other.
    public static Trapezoid of(double length, double entry, double top, double exit, double acceleration) {
        double peak = Math.sqrt(Math.max(0, acceleration * length + (entry * entry + exit * exit) / 2));
        return new Trapezoid(length, entry, Math.max(Math.max(entry, exit), Math.min(top, peak)), exit, acceleration);
    }

    /// The seconds that it takes.
    public double seconds() {
        if (length <= 0) {
            return 0;
        }
        if (Double.isInfinite(acceleration)) {
            return length / cruise;
        }
        double ramps = rampUp() + rampDown();
        return (2 * cruise - entry - exit) / acceleration + Math.max(0, length - ramps) / cruise;
    }

    private double rampUp() {
        return (cruise * cruise - entry * entry) / (2 * acceleration);
    }

    private double rampDown() {
        return (cruise * cruise - exit * exit) / (2 * acceleration);
    }

    /// How far the tool has come `seconds` after the move began, in mm.
    public double distanceAt(double seconds) {
        if (seconds <= 0) {
            return 0;
        }
        double up = (cruise - entry) / acceleration;
        if (seconds < up) {
            return Math.min(length, entry * seconds + acceleration * seconds * seconds / 2);
        }
        double left = seconds() - seconds;
        if (left <= 0) {
            return length;
        }
        double down = (cruise - exit) / acceleration;
        return left < down
                ? length - exit * left - acceleration * left * left / 2
                : Math.min(length, rampUp() + cruise * (seconds - up));
    }

    /// The speed `seconds` after the move began, in mm/s.
    public double speedAt(double seconds) {
        double left = Math.max(0, seconds() - seconds);
        return Math.min(cruise, Math.min(entry + acceleration * Math.max(0, seconds), exit + acceleration * left));
    }
}
