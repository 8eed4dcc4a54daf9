package org.commonwright.gcode;

import java.util.Arrays;

/// Stretches of moves that have something in common: a tool, a slicer's kind of path. A number holds from its move on until the
/// next one.
public final class Stretches {
    private int count;
    private int[] from = new int[0];
    private int[] value = new int[0];

    /// From that move on it is `now`; moves are given in their order.
    void begin(int move, int now) {
        if (count > 0 && value[count - 1] == now) {
            return;
        }
        if (count > 0 && from[count - 1] == move) {
            value[count - 1] = now;
            return;
        }
        if (count == from.length) {
            int size = Math.max(8, count + (count >> 1));
            from = Arrays.copyOf(from, size);
            value = Arrays.copyOf(value, size);
        }
        from[count] = move;
        value[count++] = now;
    }

    public int size() {
        return count;
    }

    /// The first move of stretch `s`.
    public int from(int s) {
        return from[s];
    }

    /// The number that holds in stretch `s`.
    public int value(int s) {
        return value[s];
    }

    /// The number that holds at a move; `before` ahead of the first stretch.
    public int at(int move, int before) {
        int found = Arrays.binarySearch(from, 0, count, move);
        int s = found < 0 ? -found - 2 : found;
        return s < 0 ? before : value[s];
    }
}
