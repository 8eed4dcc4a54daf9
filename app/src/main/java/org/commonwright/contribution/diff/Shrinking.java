package org.commonwright.contribution.diff;

import java.util.Arrays;
import org.commonwright.contribution.diff.LineMatch.Side;

/// Takes out of the comparison what cannot or should not match: equal lines at both ends, lines that the other file does not
/// have, and very common lines in the middle of such lines. The rest goes to [Myers].
final class Shrinking {
    private static final int MANY_LIMIT = 1024;
    private static final int WINDOW = 100;
    private static final int RUN = 4;

    private static final byte ABSENT = 0;
    private static final byte USUAL = 1;
    private static final byte MANY = 2;

    private final LineClasses classes;
    private final Side a;
    private final Side b;

    Shrinking(LineClasses classes, Side a, Side b) {
        this.classes = classes;
        this.a = a;
        this.b = b;
    }

    void run() {
        int smaller = Math.min(a.count(), b.count());
        int head = 0;
        while (head < smaller && a.numbers[head] == b.numbers[head]) {
            head++;
        }
        int foot = 0;
        while (foot < smaller - head
                && a.numbers[a.count() - 1 - foot] == b.numbers[b.count() - 1 - foot]) {
            foot++;
        }
        int[] keptA = kept(a, classes.timesAfter, head, a.count() - foot);
        int[] keptB = kept(b, classes.timesBefore, head, b.count() - foot);
        new Myers(a, keptA, b, keptB).run();
    }

    /// The indices of the lines that stay in the comparison; the others are marked as changed.
    private static int[] kept(Side side, int[] timesInOther, int from, int to) {
        long many = Math.min(roughRoot(side.count()), MANY_LIMIT);
        byte[] sort = new byte[side.count()];
        for (int i = from; i < to; i++) {
            int times = timesInOther[side.numbers[i]];
            sort[i] = times == 0 ? ABSENT : times >= many ? MANY : USUAL;
        }
        int[] kept = new int[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (sort[i] == USUAL || sort[i] == MANY && !amongAbsent(sort, i, from, to)) {
                kept[n++] = i;
            } else {
                side.changed[i] = true;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /// Whether most of the neighbours of a very common line, on both sides, are lines that the other file does not have.
    private static boolean amongAbsent(byte[] sort, int at, int from, int to) {
        int low = Math.max(from, at - WINDOW);
        int high = Math.min(to - 1, at + WINDOW);
        int absentAbove = 0;
        int many = 1;
        for (int i = at - 1; i >= low && sort[i] != USUAL; i--) {
            if (sort[i] == ABSENT) {
                absentAbove++;
            } else {
                many++;
            }
        }
        if (absentAbove == 0) {
            return false;
        }
        int absentBelow = 0;
        int manyBelow = 1;
        for (int i = at + 1; i <= high && sort[i] != USUAL; i++) {
            if (sort[i] == ABSENT) {
                absentBelow++;
            } else {
                manyBelow++;
            }
        }
        if (absentBelow == 0) {
            return false;
        }
        int allMany = many + manyBelow;
        return allMany * RUN < allMany + absentAbove + absentBelow;
    }

    /// A power of two near the square root.
    static long roughRoot(long n) {
        long root = 1;
        for (long left = n; left > 0; left >>= 2) {
            root <<= 1;
        }
        return root;
    }
}
