package org.commonwright.contribution.diff;

import java.util.Arrays;

/// Numbers for the lines of two files: the same line has the same number in both.
final class LineClasses {
    final int[] before;
    final int[] after;
    /// How often each number is in the older file, and in the newer one.
    final int[] timesBefore;
    final int[] timesAfter;

    private final TextLines[] owner;
    private final int[] line;
    private final int[] table;
    private int count;

    /// @param endBefore lines of the older file that take part, from the first on
    /// @param endAfter likewise of the newer one
    LineClasses(TextLines older, int endBefore, TextLines newer, int endAfter) {
        int all = endBefore + endAfter;
        owner = new TextLines[all];
        line = new int[all];
        table = new int[Math.max(16, Integer.highestOneBit(Math.max(1, all)) << 2)];
        Arrays.fill(table, -1);
        before = number(older, endBefore);
        after = number(newer, endAfter);
        timesBefore = times(before);
        timesAfter = times(after);
    }

    private int[] number(TextLines text, int end) {
        int[] numbers = new int[end];
        for (int i = 0; i < end; i++) {
            numbers[i] = number(text, i, text.hash(i));
        }
        return numbers;
    }

    private int number(TextLines text, int i, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (table[slot] >= 0) {
            int known = table[slot];
            if (text.same(i, owner[known], line[known])) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = count;
        owner[count] = text;
        line[count] = i;
        return count++;
    }

    private int[] times(int[] numbers) {
        int[] times = new int[count];
        for (int number : numbers) {
            times[number]++;
        }
        return times;
    }
}
