package org.commonwright.bom.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonwright.bom.csv.CsvRow;

/// What is to be written into cells of a document, by rows of its file. A row keeps its place there whatever it is taken for once the
/// cells say it: a header that is written can make a total of a line, or a line of a title. Rows and columns count from 0.
public final class CellsByRow {
    private final BomDocument before;
    private final List<String> names;
    private final Map<Integer, Map<Integer, String>> cells = new HashMap<>();

    /// @param before what it is written into; it stays as it is
    public CellsByRow(BomDocument before) {
        this.before = before;
        this.names = new ArrayList<>(before.columns());
    }

    /// The place of the column of this name; where there is none, one is added behind the last.
    ///
    /// @throws org.commonwright.error.Fault as [Edit#on] for a header that no table should hold
    public int column(String header) {
        if (!names.contains(header)) {
            names.add(CellText.checked(header));
        }
        return names.indexOf(header);
    }

    /// What a cell is to say; into the header's row, what the column is to be called.
    ///
    /// @throws org.commonwright.error.Fault as [Edit#on] for a cell that no table should hold
    public void set(int row, int column, String value) {
        String text = CellText.checked(value);
        if (row == before.headerRow() && column < names.size()) {
            names.set(column, text.strip());
        }
        cells.computeIfAbsent(row, _ -> new LinkedHashMap<>()).put(column, text);
    }

    /// The row as it will stand in the file. What is neither header nor line gets a new column's cell only where that says something.
    public CsvRow row(int row) {
        CsvRow now = before.text().rows().get(row);
        Map<Integer, String> written = cells.getOrDefault(row, Map.of());
        int first = before.columns().size();
        boolean header = row == before.headerRow();
        if (header || before.lineAt(row + 1) >= 0 || written.keySet().stream().anyMatch(c -> c >= first)) {
            for (int column = first; column < names.size(); column++) {
                now = now.withInserted(column, header ? names.get(column) : "");
            }
        }
        for (Map.Entry<Integer, String> cell : written.entrySet()) {
            now = CellText.written(now, cell.getKey(), cell.getValue());
        }
        return now;
    }

    /// All rows as they will stand in the file; those that nothing is written into are the same objects.
    public List<CsvRow> rows() {
        return IntStream.range(0, before.text().rows().size()).mapToObj(this::row).toList();
    }
}
