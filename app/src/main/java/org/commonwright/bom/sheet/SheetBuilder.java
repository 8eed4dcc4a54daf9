package org.commonwright.bom.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// Gathers a sheet's cells, which come in the order of the file. A row or cell that does not come in order goes behind the
/// last one, so that nothing is lost.
final class SheetBuilder {
    private static final int SHOWN_PROBLEMS = 100;

    private final String file;
    private final String name;
    private final boolean hidden;
    private final Budget budget;
    private final List<CsvRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private int[] numbers = new int[64];
    private int row;
    private int next;
    private boolean filled;
    private int formulas;
    private String firstFormula = "";

    SheetBuilder(String file, String name, boolean hidden, Budget budget) {
        this.file = file;
        this.name = name;
        this.hidden = hidden;
        this.budget = budget;
    }

    /// Begins a row.
    ///
    /// @param wanted its number, from 1; one that is not behind the last is taken as the next
    void row(int wanted) {
        endRow(1);
        row = Math.max(wanted, row + 1);
    }

    /// A cell of the row.
    ///
    /// @param wanted its column, from 0; one that is not behind the last is taken as the next
    /// @return its column
    int cell(int wanted, String text) {
        int column = Math.max(wanted, next);
        next = column + 1;
        if (text.isEmpty()) {
            return column;
        }
        if (column >= CsvText.MOST_CELLS) {
            throw new Fault("bom.too-many-cells", row, CsvText.MOST_CELLS);
        }
        budget.spend(text.length());
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(text);
        filled |= !text.isBlank();
        return column;
    }

    /// Says that a cell is calculated.
    ///
    /// @param column from 0
    /// @param known whether the file holds the value that was calculated last
    void formula(int column, boolean known) {
        if (!known) {
            problem(column, "bom.formula-unknown");
        } else if (formulas++ == 0) {
            firstFormula = Place.cell(row, column + 1);
        }
    }

    /// Says that a cell holds an error such as `#REF!`.
    void error(int column, String error) {
        problem(column, "bom.cell-error", error);
    }

    /// Ends the row, which stands there `times` times.
    void endRow(int times) {
        if (filled) {
            for (int i = 0; i < times; i++) {
                if (i > 0) {
                    cells.forEach(cell -> budget.spend(cell.length()));
                }
                if (rows.size() == numbers.length) {
                    numbers = Arrays.copyOf(numbers, rows.size() * 2);
                }
                numbers[rows.size()] = row + i;
                rows.add(CsvRow.of(cells, '\t', "\n"));
            }
        }
        row += times - 1;
        cells.clear();
        next = 0;
        filled = false;
    }

    Sheet build() {
        endRow(1);
        if (formulas > 0) {
            problems.add(Problem.note(new Place(file, 0, 0, name), "bom.formulas", formulas, firstFormula));
        }
        return new Sheet(name, hidden, List.copyOf(rows), Arrays.copyOf(numbers, rows.size()), List.copyOf(problems));
    }

    private void problem(int column, String code, Object... arguments) {
        if (problems.size() < SHOWN_PROBLEMS) {
            problems.add(Problem.warning(new Place(file, row, column + 1, name), code, arguments));
        }
    }
}
