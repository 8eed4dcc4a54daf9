package org.commonwright.machine.protocol;

import java.util.Arrays;

/// Tells which lines certainly put a block into a firmware's planner. A firmware drops moves of no length, so a line counts
/// only when an axis goes clearly away from where the last counted line left it; in doubt a line does not count.
final class MotionSense {
    private static final String AXES = "XYZABCEUVW";
    private static final int EXTRUDER = AXES.indexOf('E');

    private final double certain;
    private final double[] anchor = new double[AXES.length()];
    private final double[] values = new double[AXES.length()];
    private boolean relative;
    private int motion = -1;

    /// @param certain how far a move goes that no firmware drops, in the program's units
    MotionSense(double certain) {
        this.certain = certain;
        forget();
    }

    /// Reads one line without comments; call for every line, in order.
    boolean certainlyMoves(String line) {
        boolean known = true;
        boolean order = false;
        int named = 0;
        // Marlin's lines go as they are written, with their spaces.
        var words = new Words(line.indexOf(' ') < 0 ? line : line.replace(" ", ""));
        while (words.next()) {
            if (words.letter() == 'G') {
                known &= mode(words.value());
            } else {
                order |= words.letter() == 'M' || words.letter() == 'T';
                int axis = AXES.indexOf(words.letter());
                if (axis >= 0) {
                    values[axis] = words.value();
                    named |= 1 << axis;
                }
            }
        }
        // What stands behind an M or a T may be a setting or a text for people, not a place.
        if (!known || words.malformed() || motion < 0 || order && named != 0) {
            forget();
            return false;
        }
        return named != 0 && goesFar(named);
    }

    private boolean mode(double g) {
        if (g == 0 || g == 1 || g == 2 || g == 3) {
            motion = (int) g;
        } else if (g == 90 || g == 91) {
            relative = g == 91;
            forget();
        } else if (g == 80) {
            motion = -1;
        } else {
            // Planes, feed modes and compensation leave positions as they are; anything else may not.
            return g == 17 || g == 18 || g == 19 || g == 94 || g == 40 || g == 61 || g == 64;
        }
        return true;
    }

    private boolean goesFar(int named) {
        boolean far = motion == 2 || motion == 3;
        for (int axis = 0; axis < values.length; axis++) {
            if ((named & 1 << axis) != 0) {
                // NaN, an unknown place, is never far. Filament may be counted from move to move while axes are not (M83).
                far |= Math.abs(relative ? values[axis] : values[axis] - anchor[axis]) >= certain
                        && (axis != EXTRUDER || Math.abs(values[axis]) >= certain);
            }
        }
        for (int axis = 0; axis < values.length; axis++) {
            if ((named & 1 << axis) != 0 && !relative && (far || Double.isNaN(anchor[axis]))) {
                anchor[axis] = values[axis];
            }
        }
        return far;
    }

    private void forget() {
        Arrays.fill(anchor, Double.NaN);
    }
}
