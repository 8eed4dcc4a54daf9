package org.commonwright.contribution.diff;

import java.util.Arrays;
import org.commonwright.contribution.diff.LineMatch.Side;

/// Numbers for the lines in which two files differ: the same line has the same number in both. What both begin and end with is
/// only looked through for more of the same lines.
final class LineClasses {
    private static final int SMALLEST = 64;

    /// The numbers of the older file's lines between what is common, and of the newer one's.
    final int[] before;
    final int[] after;
    /// How often each number is in the whole older file, and in the newer one.
    final int[] timesBefore;
    final int[] timesAfter;

    private final TextLines[] owner;
    private final int[] line;
    private final int[] table;
    private int count;

    /// @param head how many first lines are the same in both
    /// @param foot how many last ones
    LineClasses(Side older, Side newer, int head, int foot) {
        int all = older.count() + newer.count() - 2 * (head + foot);
        owner = new TextLines[all];
        line = new int[all];
        table = new int[Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, all)) << 2)];
        Arrays.fill(table, -1);
        before = number(older.text, head, older.count() - foot);
        after = number(newer.text, head, newer.count() - foot);
        timesBefore = times(before);
        timesAfter = times(after);
        common(older.text, 0, head);
        common(older.text, older.count() - foot, older.count());
    }

    private int[] number(TextLines text, int from, int to) {
        int[] numbers = new int[to - from];
        for (int i = from; i < to; i++) {
            int slot = slot(text, i);
            if (table[slot] < 0) {
                table[slot] = count;
                owner[count] = text;
                line[count++] = i;
            }
            numbers[i - from] = table[slot];
        }
        return numbers;
    }

    /// Where the line is in the table, or the free place where it belongs.
    private int slot(TextLines text, int i) {
        int mask = table.length - 1;
        long hash = text.hash(i);
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (table[slot] >= 0 && !text.same(i, owner[table[slot]], line[table[slot]])) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int[] times(int[] numbers) {
        int[] times = new int[count];
        for (int number : numbers) {
            times[number]++;
        }
        return times;
    }

    private void common(TextLines text, int from, int to) {
        for (int i = from; i < to; i++) {
            int number = table[slot(text, i)];
            if (number >= 0) {
                timesBefore[number]++;
                timesAfter[number]++;
            }
        }
    }
}
