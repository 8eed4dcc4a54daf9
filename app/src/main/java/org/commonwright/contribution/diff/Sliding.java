package org.commonwright.contribution.diff;

import org.commonwright.contribution.diff.LineMatch.Side;

/// A group of changed lines whose first line equals the line after it (or its last the line before) may as well stand one
/// line further down (or up). Each group is moved to where Git puts it: joined with its neighbours, next to a group of the
/// other file when it can be, else where the indentation says that a block begins.
final class Sliding {
    private static final int FURTHEST = 100;

    /// A run of changed lines, empty between two unchanged lines that follow each other. Both files always have the same
    /// number of groups, since between them lie the unchanged lines, which are the same.
    private static final class Group {
        private final Side side;
        private int start;
        private int end;

        Group(Side side) {
            this.side = side;
            while (end < side.count() && side.changed[end]) {
                end++;
            }
        }

        boolean isEmpty() {
            return start == end;
        }

        boolean next() {
            if (end == side.count()) {
                return false;
            }
            start = end + 1;
            end = start;
            while (end < side.count() && side.changed[end]) {
                end++;
            }
            return true;
        }

        void previous() {
            end = start - 1;
            start = end;
            growUp();
        }

        private void growUp() {
            while (start > 0 && side.changed[start - 1]) {
                start--;
            }
        }

        boolean slideUp() {
            if (start == 0 || !side.same(start - 1, end - 1)) {
                return false;
            }
            side.changed[--start] = true;
            side.changed[--end] = false;
            growUp();
            return true;
        }

        boolean slideDown() {
            if (end == side.count() || !side.same(start, end)) {
                return false;
            }
            side.changed[start++] = false;
            side.changed[end++] = true;
            while (end < side.count() && side.changed[end]) {
                end++;
            }
            return true;
        }
    }

    private final Group group;
    private final Group other;

    private Sliding(Side side, Side otherSide) {
        group = new Group(side);
        other = new Group(otherSide);
    }

    /// Moves the groups of `side`; those of `otherSide` stay.
    static void slide(Side side, Side otherSide) {
        var sliding = new Sliding(side, otherSide);
        do {
            if (!sliding.group.isEmpty()) {
                sliding.place();
            }
            if (!sliding.group.next()) {
                return;
            }
            sliding.other.next();
        } while (true);
    }

    private void place() {
        int size;
        int highest;
        int besideOther;
        do {
            size = group.end - group.start;
            besideOther = -1;
            while (group.slideUp()) {
                other.previous();
            }
            highest = group.end;
            if (!other.isEmpty()) {
                besideOther = group.end;
            }
            while (group.slideDown()) {
                other.next();
                if (!other.isEmpty()) {
                    besideOther = group.end;
                }
            }
        } while (size != group.end - group.start);
        if (group.end == highest) {
            return;
        }
        if (besideOther >= 0) {
            while (other.isEmpty()) {
                up();
            }
        } else {
            int best = bestEnd(size, highest);
            while (group.end > best) {
                up();
            }
        }
    }

    private void up() {
        group.slideUp();
        other.previous();
    }

    private int bestEnd(int size, int highest) {
        int best = -1;
        Indentation.Score bestScore = null;
        int first = Math.max(highest, Math.max(group.end - size - 1, group.end - FURTHEST));
        for (int end = first; end <= group.end; end++) {
            Indentation.Score score = Indentation.score(group.side, end - size, end);
            if (bestScore == null || score.compareTo(bestScore) <= 0) {
                best = end;
                bestScore = score;
            }
        }
        return best;
    }
}
