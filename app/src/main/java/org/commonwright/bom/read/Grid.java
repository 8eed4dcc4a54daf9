package org.commonwright.bom.read;

import java.util.List;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.sheet.Sheet;

/// Rows that may be a table.
///
/// @param sheet the sheet of a workbook; empty for files without sheets
/// @param numbers the row of each of `rows` in the file, from 1; empty where they follow each other from 1
record Grid(String sheet, List<CsvRow> rows, int[] numbers) {
    static Grid of(List<CsvRow> rows) {
        return new Grid("", rows, new int[0]);
    }

    static Grid of(Sheet sheet) {
        return new Grid(sheet.name(), sheet.rows(), sheet.numbers());
    }

    int number(int index) {
        return numbers.length == 0 ? index + 1 : numbers[index];
    }

    /// The index of a row of the file; -1 when it is not there.
    int index(int number) {
        for (int i = 0; i < rows.size(); i++) {
            if (number(i) == number) {
                return i;
            }
        }
        return -1;
    }
}
