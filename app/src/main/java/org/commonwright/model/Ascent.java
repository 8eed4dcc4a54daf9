package org.commonwright.model;

import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// What is already in order among values that are not: the most of them that can stay where they are.
public final class Ascent {
    private Ascent() {}

    /// A longest subsequence that never descends. Takes n log n.
    ///
    /// @param size how many values there are
    /// @param counts which of them may stay at all, by their index
    /// @return which of them stay
    public static boolean[] longest(int size, IntToLongFunction value, IntPredicate counts) {
        int[] ends = new int[size];
        int[] before = new int[size];
        int length = 0;
        for (int i = 0; i < size; i++) {
            if (counts.test(i)) {
                int place = place(ends, length, value, value.applyAsLong(i));
                before[i] = place == 0 ? -1 : ends[place - 1];
                ends[place] = i;
                length = Math.max(length, place + 1);
            }
        }
        boolean[] stays = new boolean[size];
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            stays[i] = true;
        }
        return stays;
    }

    /// How many of the subsequences that end lowest a value can follow.
    private static int place(int[] ends, int length, IntToLongFunction value, long next) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value.applyAsLong(ends[middle]) <= next) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
