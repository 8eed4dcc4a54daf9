package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.bom.edit.Edit;
import org.commonwright.i18n.Messages;

/// Many cells as one edit: those of lines that are there, and those of lines that come new behind the last one.
final class ManyCells {
    private ManyCells() {}

    /// @param size how many lines there are
    static Edit edit(Messages.Key name, int size, List<CellValue> cells) {
        var here = new Edit.SetCells(name, cells.stream().filter(c -> c.line() < size).toList());
        List<List<String>> lines = added(size, cells);
        return lines.isEmpty()
                ? here
                : new Edit.Together(name, List.of(new Edit.InsertLines(name, size, lines), here));
    }

    private static List<List<String>> added(int size, List<CellValue> cells) {
        Map<Integer, List<String>> lines = new TreeMap<>();
        int last = cells.stream().mapToInt(CellValue::line).max().orElse(-1);
        for (int line = size; line <= last; line++) {
            lines.put(line, new ArrayList<>());
        }
        for (CellValue cell : cells) {
            List<String> line = lines.get(cell.line());
            while (line != null && line.size() <= cell.column()) {
                line.add("");
            }
            if (line != null) {
                line.set(cell.column(), cell.value());
            }
        }
        return List.copyOf(lines.values());
    }
}
