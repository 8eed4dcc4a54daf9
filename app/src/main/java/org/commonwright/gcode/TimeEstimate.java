package org.commonwright.gcode;

import java.util.Arrays;

/// How long a program runs, move by move. Waits for heat, tool changes and homing are not in it: no program says how long
/// they take.
public final class TimeEstimate {
    private final float[] ends;
    private final double total;

    TimeEstimate(float[] ends, double total) {
        this.ends = ends;
        this.total = total;
    }

    /// Seconds for the whole program.
    public double seconds() {
        return total;
    }

    /// Seconds from the start to the end of move `i`; 0 for -1.
    public double endOf(int i) {
        return i < 0 ? 0 : ends[i];
    }

    /// Seconds that remain when move `i` is done.
    public double after(int i) {
        return Math.max(0, total - endOf(i));
    }

    /// The move under way at that time; the last one afterwards, -1 when there is none.
    public int moveAt(double seconds) {
        int found = Arrays.binarySearch(ends, (float) seconds);
        return Math.min(found < 0 ? -found - 1 : found, ends.length - 1);
    }
}
