package org.commonwright.contribution.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonwright.contribution.diff.LineMatch.Side;

/// The comparison itself: marks lines as changed so that the rest of both files is the same. A box of the edit graph is cut
/// where paths from both of its corners meet; both halves are boxes again.
///
/// Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986, section 4b. The points at which a search in
/// very different files is cut short ([Cut]) are Git's.
final class Myers {
    private static final int COST_MIN = 256;

    private final Side a;
    private final Side b;
    private final int[] lineA;
    private final int[] lineB;
    private final Cut cut;

    /// A part of both files.
    ///
    /// @param exact whether a search in it may not be cut short
    private record Box(int fromA, int toA, int fromB, int toB, boolean exact) {}

    /// @param lineA the older file's lines that take part
    /// @param numberA their numbers; equal numbers are equal lines
    Myers(Side a, int[] lineA, int[] numberA, Side b, int[] lineB, int[] numberB) {
        this.a = a;
        this.b = b;
        this.lineA = lineA;
        this.lineB = lineB;
        long diagonals = (long) lineA.length + lineB.length + 3;
        this.cut = new Cut(numberA, numberB, Math.max(COST_MIN, Shrinking.roughRoot(diagonals)));
    }

    void run() {
        Deque<Box> boxes = new ArrayDeque<>();
        boxes.push(new Box(0, lineA.length, 0, lineB.length, false));
        while (!boxes.isEmpty()) {
            Box box = trimmed(boxes.pop());
            if (box.fromA == box.toA) {
                mark(b, lineB, box.fromB, box.toB);
            } else if (box.fromB == box.toB) {
                mark(a, lineA, box.fromA, box.toA);
            } else {
                cut.find(box.fromA, box.toA, box.fromB, box.toB, box.exact);
                boxes.push(new Box(cut.a, box.toA, cut.b, box.toB, cut.exactAfter));
                boxes.push(new Box(box.fromA, cut.a, box.fromB, cut.b, cut.exactBefore));
            }
        }
    }

    private Box trimmed(Box box) {
        int fromA = box.fromA;
        int fromB = box.fromB;
        int toA = box.toA;
        int toB = box.toB;
        while (fromA < toA && fromB < toB && cut.same(fromA, fromB)) {
            fromA++;
            fromB++;
        }
        while (fromA < toA && fromB < toB && cut.same(toA - 1, toB - 1)) {
            toA--;
            toB--;
        }
        return new Box(fromA, toA, fromB, toB, box.exact);
    }

    private static void mark(Side side, int[] lines, int from, int to) {
        for (int i = from; i < to; i++) {
            side.changed[lines[i]] = true;
        }
    }
}
