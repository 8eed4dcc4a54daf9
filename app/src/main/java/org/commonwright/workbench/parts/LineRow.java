package org.commonwright.workbench.parts;

import org.commonwright.bom.csv.CsvRow;

/// One line of the bill of materials as the table shows it. Two are equal while the line is in its place and unchanged.
///
/// @param line its number in the document, from 0
/// @param row as it stands in the file
public record LineRow(int line, CsvRow row) {
    String cell(int column) {
        return row.value(column).strip();
    }
}
