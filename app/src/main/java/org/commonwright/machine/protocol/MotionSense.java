package org.commonwright.machine.protocol;

import java.util.Arrays;

/// Tells which lines certainly put a block into a firmware's planner. A firmware drops moves of no length, so a line counts
/// only when an axis goes at least 0.1 units away from where the last counted line left it; in doubt a line does not count.
final class MotionSense {
    private static final double CERTAIN = 0.1;
    private static final String AXES = "XYZABCEUVW";

    private final double[] anchor = new double[AXES.length()];
    private boolean relative;
    private int motion = -1;

    MotionSense() {
        forget();
    }

    /// Reads one compact line; call for every line, in order.
    boolean certainlyMoves(String line) {
        boolean known = true;
        boolean axes = false;
        var words = new Words(line);
        while (words.next()) {
            if (words.letter() == 'G') {
                known &= mode(words.value());
            } else {
                axes |= AXES.indexOf(words.letter()) >= 0;
            }
        }
        if (!known || words.malformed() || motion < 0) {
            forget();
            return false;
        }
        return axes && goesFar(line);
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

    private boolean goesFar(String line) {
        boolean far = motion == 2 || motion == 3;
        double[] seen = anchor.clone();
        var words = new Words(line);
        while (words.next()) {
            int axis = AXES.indexOf(words.letter());
            if (axis >= 0) {
                double before = Double.isNaN(anchor[axis]) ? words.value() : anchor[axis];
                seen[axis] = relative ? anchor[axis] + words.value() : words.value();
                far |= Math.abs(relative ? words.value() : seen[axis] - before) >= CERTAIN;
            }
        }
        for (int i = 0; i < anchor.length; i++) {
            if (far || Double.isNaN(anchor[i])) {
                anchor[i] = seen[i];
            }
        }
        return far;
    }

    private void forget() {
        Arrays.fill(anchor, Double.NaN);
    }
}
