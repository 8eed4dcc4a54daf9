package org.commonwright.bom;

import java.util.List;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// A bill of materials as it was read. `lines` and `skipped` together are all rows of the file but its header.
///
/// @param file its name, for places
/// @param format such as `commonwright`, `kicad`, `1-click-bom`, `csv`
/// @param encoding such as `UTF-8`, `UTF-16LE`, `windows-1252`
/// @param headers the header's cells, in order; empty for files without one
/// @param columns what each of `headers` means; for a column without a meaning the index is absent
public record Bom(String file, String format, String encoding, List<String> headers, List<ColumnAt> columns,
        List<BomLine> lines, List<SkippedRow> skipped, List<Problem> problems) {
    /// A column's meaning and where it stands, from 0.
    public record ColumnAt(Column column, int index) {}

    public Bom {
        headers = List.copyOf(headers);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }

    /// Where a value stands: the file, its row and, where the file has such a column, its column from 1.
    public Place place(BomLine line, Column column) {
        int at = columns.stream().filter(c -> c.column() == column).mapToInt(c -> c.index() + 1).findFirst().orElse(0);
        return new Place(file, line.row(), at);
    }

    /// Rows read and rows set aside.
    public int rows() {
        return lines.size() + skipped.size();
    }
}
