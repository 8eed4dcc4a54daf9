package org.commonwright.contribution.diff;

import org.commonwright.contribution.diff.LineMatch.Side;

/// How good two places are to cut a file at: before a line that is indented little, after empty lines, not inside a block.
/// The weights are those of Git's indent heuristic (on by default since Git 2.14).
final class Indentation {
    private static final int MOST = 200;
    private static final int MOST_BLANKS = 20;
    private static final int TAB = 8;
    private static final int BLANK = -1;

    private static final int START_OF_FILE = 1;
    private static final int END_OF_FILE = 21;
    private static final int ALL_BLANKS = -30;
    private static final int BLANKS_AFTER = 6;
    private static final int IN = -4;
    private static final int IN_AFTER_BLANK = 10;
    private static final int OUT = 24;
    private static final int OUT_AFTER_BLANK = 17;
    private static final int BACK = 23;
    private static final int BACK_AFTER_BLANK = 17;
    private static final int INDENT_WEIGHT = 60;

    private Indentation() {}

    /// Less is better; the difference in indentation weighs most.
    record Score(int indent, int penalty) implements Comparable<Score> {
        Score plus(Score other) {
            return new Score(indent + other.indent, penalty + other.penalty);
        }

        @Override
        public int compareTo(Score other) {
            return INDENT_WEIGHT * Integer.compare(indent, other.indent) + penalty - other.penalty;
        }
    }

    /// The score of a group of changed lines from `start` to before `end`.
    static Score score(Side side, int start, int end) {
        return cut(side, end).plus(cut(side, start));
    }

    /// The score of a cut before line `at`.
    private static Score cut(Side side, int at) {
        boolean atEnd = at >= side.count();
        int indent = atEnd ? BLANK : indent(side.text, at);
        int blanksBefore = 0;
        int before = BLANK;
        for (int i = at - 1; i >= 0; i--) {
            before = indent(side.text, i);
            if (before != BLANK) {
                break;
            }
            if (++blanksBefore == MOST_BLANKS) {
                before = 0;
                break;
            }
        }
        int blanksAfter = 0;
        int after = BLANK;
        for (int i = at + 1; i < side.count(); i++) {
            after = indent(side.text, i);
            if (after != BLANK) {
                break;
            }
            if (++blanksAfter == MOST_BLANKS) {
                after = 0;
                break;
            }
        }
        int penalty = before == BLANK && blanksBefore == 0 ? START_OF_FILE : 0;
        penalty += atEnd ? END_OF_FILE : 0;
        int blankHere = indent == BLANK ? 1 + blanksAfter : 0;
        int blanks = blanksBefore + blankHere;
        penalty += ALL_BLANKS * blanks + BLANKS_AFTER * blankHere;
        int effective = indent == BLANK ? after : indent;
        return new Score(effective, penalty + step(before, effective, after, blanks != 0));
    }

    private static int step(int before, int indent, int after, boolean blanks) {
        if (indent == BLANK || before == BLANK || indent == before) {
            return 0;
        }
        if (indent > before) {
            return blanks ? IN_AFTER_BLANK : IN;
        }
        return after != BLANK && after > indent
                ? blanks ? OUT_AFTER_BLANK : OUT
                : blanks ? BACK_AFTER_BLANK : BACK;
    }

    /// How far a line is indented; [#BLANK] when there is nothing else on it.
    private static int indent(TextLines text, int line) {
        int indent = 0;
        for (int i = text.start(line); i < text.end(line); i++) {
            byte b = text.bytes()[i];
            if (!TextLines.isSpace(b)) {
                return indent;
            }
            indent += b == ' ' ? 1 : b == '\t' ? TAB - indent % TAB : 0;
            if (indent >= MOST) {
                return MOST;
            }
        }
        return BLANK;
    }
}
