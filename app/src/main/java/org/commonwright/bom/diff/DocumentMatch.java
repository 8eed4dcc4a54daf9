package org.commonwright.bom.diff;

import org.commonwright.bom.edit.BomDocument;

/// Which rows and columns of one revision of a bill of materials are which of another. Lines count from 0, as in [BomDocument].
public final class DocumentMatch {
    private final Matching rows;
    private final Matching columns;

    private DocumentMatch(Matching rows, Matching columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public static DocumentMatch between(BomDocument before, BomDocument after) {
        Matching rows = RowMatcher.match(RowId.of(before), RowId.of(after));
        return new DocumentMatch(rows, ColumnMatcher.match(before, after, rows));
    }

    /// @return -1 when the line was not there before
    public int lineBefore(int lineAfter) {
        return rows.toA()[lineAfter];
    }

    /// @return -1 when the column was not there before
    public int columnBefore(int columnAfter) {
        return columnAfter < columns.toA().length ? columns.toA()[columnAfter] : -1;
    }
}
