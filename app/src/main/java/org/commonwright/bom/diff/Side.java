package org.commonwright.bom.diff;

import java.util.List;
import org.commonwright.bom.edit.BomDocument;

/// One of the documents of a merge, with the identities of its lines.
record Side(BomDocument document, List<RowId> rows, int width) {
    static Side of(BomDocument document) {
        return new Side(document, RowId.of(document), ColumnMatcher.width(document));
    }

    String cell(int row, int column) {
        return document.cell(row, column);
    }

    String header(int column) {
        return ColumnMatcher.header(document, column);
    }

    int headers() {
        return document.columns().size();
    }
}
