package org.commonwright.workbench.parts;

import java.util.List;

/// One line of the bill of materials as the table shows it.
///
/// @param line its number in the document, from 0
/// @param cells in the order of the document's columns
public record LineRow(int line, List<String> cells) {
    public LineRow {
        cells = List.copyOf(cells);
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
