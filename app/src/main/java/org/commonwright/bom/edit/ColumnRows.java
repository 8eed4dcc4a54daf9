package org.commonwright.bom.edit;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.csv.CsvRow;

/// Edits that reach into every row of the table. Comments, empty rows and what stands above the header stay.
final class ColumnRows {
    private ColumnRows() {}

    /// What becomes of one row.
    @FunctionalInterface
    interface Change {
        CsvRow of(CsvRow row, boolean isHeader);
    }

    static Splice splice(BomDocument d, Change change) {
        List<CsvRow> rows = new ArrayList<>(d.text().rows());
        rows.set(d.headerRow(), change.of(rows.get(d.headerRow()), true));
        for (int line = 0; line < d.size(); line++) {
            int at = d.rowIndex(line);
            rows.set(at, change.of(rows.get(at), false));
        }
        return Splice.between(d.text().rows(), rows, d.text().ending());
    }
}
