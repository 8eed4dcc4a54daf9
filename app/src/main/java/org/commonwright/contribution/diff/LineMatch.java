package org.commonwright.contribution.diff;

import java.util.Arrays;

/// Finds which lines of a newer file are lines of an older one, as Git's `blame` does: a longest common subsequence after
/// Myers (An O(ND) Difference Algorithm, 1986) with Git's shortcuts for very different files, groups of changed lines moved
/// to where Git shows them. The answer is the same as Git's, line for line, because whose line it is depends on it.
public final class LineMatch {
    private static final int BLOCK = 1024;

    private LineMatch() {}

    /// For each line of `newer` the line of `older` that it is, or −1 for a line that is new.
    public static int[] match(TextLines older, TextLines newer) {
        int tail = commonTail(older, newer);
        int endOlder = older.count() - tail;
        int endNewer = newer.count() - tail;
        var a = new Side(older, endOlder);
        var b = new Side(newer, endNewer);
        new Shrinking(a, b).run();
        Sliding.slide(a, b);
        Sliding.slide(b, a);
        int[] match = new int[newer.count()];
        Arrays.fill(match, -1);
        int i = 0;
        for (int j = 0; j < endNewer; j++) {
            if (!b.changed[j]) {
                while (a.changed[i]) {
                    i++;
                }
                match[j] = i++;
            }
        }
        for (int k = 0; k < tail; k++) {
            match[endNewer + k] = endOlder + k;
        }
        return match;
    }

    /// How many last lines are not even looked at. Git cuts whole kilobytes off the common end, then gives back up to the
    /// next line break; what is cut cannot take part in moving groups, so it must be cut here too.
    private static int commonTail(TextLines older, TextLines newer) {
        byte[] x = older.bytes();
        byte[] y = newer.bytes();
        int smaller = Math.min(x.length, y.length);
        int cut = 0;
        while (cut + BLOCK <= smaller && Arrays.equals(x, x.length - cut - BLOCK, x.length - cut, y,
                y.length - cut - BLOCK, y.length - cut)) {
            cut += BLOCK;
        }
        int back = 0;
        while (back < cut && y[y.length - cut + back++] != '\n') {
            continue;
        }
        int start = y.length - cut + back;
        int lines = 0;
        while (lines < newer.count() && newer.start(newer.count() - lines - 1) >= start) {
            lines++;
        }
        return lines;
    }

    /// One of the two files while they are compared.
    static final class Side {
        final TextLines text;
        /// Which lines have no counterpart.
        final boolean[] changed;

        Side(TextLines text, int count) {
            this.text = text;
            this.changed = new boolean[count];
        }

        int count() {
            return changed.length;
        }

        boolean same(int line, int other) {
            return text.same(line, text, other);
        }
    }
}
