package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.TextEncoding.Decoded;
import org.commonwright.bom.sheet.Workbook;
import org.commonwright.bom.sheet.Workbooks;
import org.commonwright.error.Fault;

/// The first rows of a file with columns, as they stand there.
public final class FirstRows {
    private static final int MOST = 40;
    private static final int CELLS = 12;
    private static final int LONGEST = 24;

    private FirstRows() {}

    /// One row.
    ///
    /// @param number from 1
    /// @param cells how many of its cells say anything
    /// @param text what its first cells say, shortened
    public record Row(int number, int cells, String text) {}

    /// @return none for a file whose columns nobody names: a netlist
    /// @throws Fault what reading a bill of materials throws for a file that is broken
    public static List<Row> of(String file, byte[] bytes) {
        if (Workbooks.isWorkbook(bytes)) {
            return of(Workbooks.read(file, bytes));
        }
        Decoded decoded = CsvText.decode(file, bytes);
        if (decoded.text().stripLeading().startsWith("<")) {
            return Workbooks.isFlat(decoded.text()) ? of(Workbooks.readFlat(file, decoded.text())) : List.of();
        }
        if (MarkdownTables.isLikely(decoded.text())) {
            List<Row> rows = new ArrayList<>();
            MarkdownTables.read(file, decoded.text()).tables().forEach(table -> rows(Grid.of(table), rows));
            return rows;
        }
        List<Row> rows = new ArrayList<>();
        rows(Grid.of(CsvText.parse(decoded, BomReader.DELIMITER).rows()), rows);
        return rows;
    }

    /// Of the first sheet that a workbook shows: a header row that is said counts on every sheet.
    private static List<Row> of(Workbook workbook) {
        List<Row> rows = new ArrayList<>();
        workbook.sheets().stream().filter(sheet -> !sheet.hidden() && !sheet.rows().isEmpty()).findFirst()
                .ifPresent(sheet -> rows(Grid.of(sheet), rows));
        return rows;
    }

    private static void rows(Grid grid, List<Row> rows) {
        for (int i = 0; i < grid.rows().size() && rows.size() < MOST; i++) {
            CsvRow row = grid.rows().get(i);
            if (!row.isBlank()) {
                int cells = (int) row.values().stream().filter(cell -> !cell.isBlank()).count();
                rows.add(new Row(grid.number(i), cells, text(row)));
            }
        }
    }

    private static String text(CsvRow row) {
        List<String> cells = row.values().stream().map(String::strip).filter(c -> !c.isEmpty()).limit(CELLS)
                .map(c -> c.length() > LONGEST ? c.substring(0, LONGEST - 1) + "…" : c)
                .map(c -> c.replaceAll("\\p{Cntrl}", " ")).toList();
        return String.join(" · ", cells);
    }
}
