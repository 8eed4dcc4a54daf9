package org.commonwright.bom.sheet;

import java.util.List;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.error.Problem;

/// One sheet: its rows that hold anything, as text.
///
/// @param hidden whether the workbook hides it
/// @param numbers the row of each of `rows` in the sheet, from 1, rising
/// @param problems what is doubtful about its cells: formulas, errors
public record Sheet(String name, boolean hidden, List<CsvRow> rows, int[] numbers, List<Problem> problems) {}
