package org.commonwright.bom.diff;

import org.jspecify.annotations.Nullable;

/// Which rows and columns of one revision of a bill of materials are which of another. Lines count from 0, as in
/// [org.commonwright.bom.edit.BomDocument].
///
/// All rows are matched only where it matters: under the same headers, a row that stands once in both revisions with the same
/// characters is itself whatever became of the others.
public final class DocumentMatch {
    private final Side before;
    private final Side after;
    private final boolean sameHeaders;
    private final boolean comparable;
    private @Nullable Matching rows;
    private @Nullable Matching columns;

    private DocumentMatch(Side before, Side after) {
        this.before = before;
        this.after = after;
        this.sameHeaders = before.document().columns().equals(after.document().columns());
        this.comparable = SameRows.isComparable(before.document(), after.document());
    }

    public static DocumentMatch between(Side before, Side after) {
        return new DocumentMatch(before, after);
    }

    /// For whoever asks about most of the lines: all rows are matched at once.
    ///
    /// @return this
    public DocumentMatch whole() {
        rows();
        return this;
    }

    /// @return -1 when the line was not there before
    public int lineBefore(int lineAfter) {
        if (sameHeaders && rows == null) {
            String text = after.document().row(lineAfter).text();
            int only = before.onlyLine(text);
            if (only >= 0 && after.onlyLine(text) == lineAfter) {
                return only;
            }
        }
        return rows().toA()[lineAfter];
    }

    /// @return -1 when the line is not there any more
    public int lineAfter(int lineBefore) {
        if (sameHeaders && rows == null) {
            String text = before.document().row(lineBefore).text();
            int only = after.onlyLine(text);
            if (only >= 0 && before.onlyLine(text) == lineBefore) {
                return only;
            }
        }
        return rows().toB()[lineBefore];
    }

    /// Whether a line stands before as it does after: cell for cell, each in its place.
    ///
    /// @param lineBefore its line before
    public boolean isSame(int lineBefore, int lineAfter) {
        return comparable && before.document().row(lineBefore).text().equals(after.document().row(lineAfter).text());
    }

    /// @return -1 when the column was not there before
    public int columnBefore(int columnAfter) {
        if (sameHeaders) {
            return columnAfter < before.width() ? columnAfter : -1;
        }
        int[] partners = columns().toA();
        return columnAfter < partners.length ? partners[columnAfter] : -1;
    }

    /// @return -1 when the column is not there any more
    public int columnAfter(int columnBefore) {
        if (sameHeaders) {
            return columnBefore < after.width() ? columnBefore : -1;
        }
        int[] partners = columns().toB();
        return columnBefore < partners.length ? partners[columnBefore] : -1;
    }

    private Matching columns() {
        Matching known = columns;
        if (known == null) {
            known = ColumnMatcher.match(before.document(), after.document(), rows());
            columns = known;
        }
        return known;
    }

    private Matching rows() {
        Matching known = rows;
        if (known == null) {
            known = SameRows.match(before.document(), after.document());
            if (known.hasFree()) {
                RowMatcher.match(before.rows(known.freeA()), after.rows(known.freeB()), known);
            }
            rows = known;
        }
        return known;
    }
}
