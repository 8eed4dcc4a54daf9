package org.commonwright.gcode;

import java.util.Arrays;

/// Where a program lets the machine come to rest: dwells, spindle changes, pauses, waits for heat.
public final class RestTable {
    private int count;
    private int[] move = new int[0];
    private float[] seconds = new float[0];

    /// Several rests before the same move become one.
    void add(int beforeMove, double forSeconds) {
        if (count > 0 && move[count - 1] == beforeMove) {
            seconds[count - 1] += (float) forSeconds;
            return;
        }
        if (count == move.length) {
            resize(Math.max(16, count + (count >> 1)));
        }
        move[count] = beforeMove;
        seconds[count] = (float) forSeconds;
        count++;
    }

    private void resize(int size) {
        move = Arrays.copyOf(move, size);
        seconds = Arrays.copyOf(seconds, size);
    }

    void trim() {
        resize(count);
    }

    public int size() {
        return count;
    }

    /// The move before which the machine rests; the number of moves for a rest at the end.
    public int beforeMove(int r) {
        return move[r];
    }

    /// How long, as far as the program says; 0 for a mere stop.
    public float seconds(int r) {
        return seconds[r];
    }
}
