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

    private final Side a;
    private final Side b;

    Shrinking(Side a, Side b) {
        this.a = a;
        this.b = b;
    }

    void run() {
        int smaller = Math.min(a.count(), b.count());
        int head = Math.min(smaller, a.text.sameFirst(b.text));
        while (head < smaller && a.text.same(head, b.text, head)) {
            head++;
        }
        int cutOff = a.text.count() - a.count();
        int foot = Math.clamp(a.text.sameLast(b.text) - cutOff, 0, smaller - head);
        while (foot < smaller - head && a.text.same(a.count() - 1 - foot, b.text, b.count() - 1 - foot)) {
            foot++;
        }
        if (head + foot == smaller) {
            Arrays.fill(a.changed, head, a.count() - foot, true);
            Arrays.fill(b.changed, head, b.count() - foot, true);
            return;
        }
        var classes = new LineClasses(a, b, head, foot);
        int[] keptA = kept(a, classes.before, classes.timesAfter, head);
        int[] keptB = kept(b, classes.after, classes.timesBefore, head);
        new Myers(a, keptA, numbers(keptA, classes.before, head), b, keptB, numbers(keptB, classes.after, head)).run();
    }

    private static int[] numbers(int[] lines, int[] numbers, int head) {
        int[] of = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            of[i] = numbers[lines[i] - head];
        }
        return of;
    }

    /// The indices of the lines that stay in the comparison; the others are marked as changed.
    private static int[] kept(Side side, int[] numbers, int[] timesInOther, int head) {
        long many = Math.min(roughRoot(side.count()), MANY_LIMIT);
        byte[] sort = new byte[numbers.length];
        for (int i = 0; i < sort.length; i++) {
            int times = timesInOther[numbers[i]];
            sort[i] = times == 0 ? ABSENT : times >= many ? MANY : USUAL;
        }
        int[] kept = new int[sort.length];
        int n = 0;
        for (int i = 0; i < sort.length; i++) {
            if (sort[i] == USUAL || sort[i] == MANY && !amongAbsent(sort, i)) {
                kept[n++] = head + i;
            } else {
                side.changed[head + i] = true;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /// Whether most of the neighbours of a very common line, on both sides, are lines that the other file does not have.
    private static boolean amongAbsent(byte[] sort, int at) {
        int low = Math.max(0, at - WINDOW);
        int high = Math.min(sort.length - 1, at + WINDOW);
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
