package org.commonwright.bom.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.error.Fault;
import org.commonwright.error.Quoted;
import org.commonwright.i18n.Messages;

/// One change of a [BomDocument]. Lines and columns count from 0.
public sealed interface Edit {
    /// What a person reads beside Undo.
    Messages.Key name();

    /// What it does to the rows of `document`.
    ///
    /// @throws Fault `bom.cell-control` or `bom.cell-too-long` for a cell that no table should hold
    /// @throws IndexOutOfBoundsException when there is no such line or column
    Splice on(BomDocument document);

    /// A cell's new value. The row is made longer where it is too short.
    record SetCell(int line, int column, String value) implements Edit {
        @Override
        public Messages.Key name() {
            return Messages.Key.of("bom.step-set-cell", Quoted.of(value));
        }

        @Override
        public Splice on(BomDocument d) {
            CsvRow row = d.row(line);
            return Splice.replace(d.text().rows(), d.rowIndex(line),
                    CellText.written(row, column, CellText.checked(value)));
        }
    }

    /// Many cells as one step. Their lines are there already.
    record SetCells(Messages.Key name, List<CellValue> cells) implements Edit {
        public SetCells {
            cells = List.copyOf(cells);
        }

        @Override
        public Splice on(BomDocument d) {
            List<CsvRow> rows = new ArrayList<>(d.text().rows());
            for (CellValue cell : cells) {
                int at = d.rowIndex(cell.line());
                rows.set(at, CellText.written(rows.get(at), cell.column(), CellText.checked(cell.value())));
            }
            return Splice.between(d.text().rows(), rows, d.text().ending());
        }
    }

    /// A new line, which becomes line `at`; `cells` in the order of the columns, missing ones empty.
    record InsertLine(int at, List<String> cells) implements Edit {
        public InsertLine {
            cells = List.copyOf(cells);
        }

        @Override
        public Messages.Key name() {
            return Messages.Key.of("bom.step-insert-line", cells.isEmpty() ? "" : Quoted.of(cells.getFirst()));
        }

        @Override
        public Splice on(BomDocument d) {
            return inserted(d, at, List.of(cells));
        }
    }

    /// Several new lines; the first becomes line `at`.
    record InsertLines(Messages.Key name, int at, List<List<String>> lines) implements Edit {
        public InsertLines {
            lines = List.copyOf(lines);
        }

        @Override
        public Splice on(BomDocument d) {
            return inserted(d, at, lines);
        }
    }

    private static Splice inserted(BomDocument d, int at, List<List<String>> lines) {
        String ending = d.text().ending();
        List<CsvRow> made = new ArrayList<>();
        for (List<String> cells : lines) {
            List<String> values = new ArrayList<>(cells.stream().map(CellText::checked).toList());
            while (values.size() < d.columns().size()) {
                values.add("");
            }
            made.add(CsvRow.of(values, d.text().delimiter(), ending));
        }
        return Splice.at(d.text().rows(), d.insertionRow(at), 0, made, ending);
    }

    /// Takes a line out.
    record DeleteLine(int line) implements Edit {
        @Override
        public Messages.Key name() {
            return Messages.Key.of("bom.step-delete-line");
        }

        @Override
        public Splice on(BomDocument d) {
            return Splice.at(d.text().rows(), d.rowIndex(line), 1, List.of(), d.text().ending());
        }
    }

    /// Takes several lines out.
    record DeleteLines(Messages.Key name, Set<Integer> lines) implements Edit {
        public DeleteLines {
            lines = Set.copyOf(lines);
        }

        @Override
        public Splice on(BomDocument d) {
            Set<Integer> gone = new HashSet<>();
            lines.forEach(line -> gone.add(d.rowIndex(line)));
            List<CsvRow> all = d.text().rows();
            List<CsvRow> rows = new ArrayList<>(all.size());
            for (int i = 0; i < all.size(); i++) {
                if (!gone.contains(i)) {
                    rows.add(all.get(i));
                }
            }
            return Splice.between(all, rows, d.text().ending());
        }
    }

    /// Puts all lines into another order; comments stay where they are.
    ///
    /// @param order for each place the line that goes there; each line once
    record OrderLines(Messages.Key name, List<Integer> order) implements Edit {
        public OrderLines {
            order = List.copyOf(order);
        }

        @Override
        public Splice on(BomDocument d) {
            List<CsvRow> rows = new ArrayList<>(d.text().rows());
            for (int to = 0; to < order.size(); to++) {
                rows.set(d.rowIndex(to), d.row(order.get(to)));
            }
            return Splice.between(d.text().rows(), rows, d.text().ending());
        }
    }

    /// Moves a line so that it becomes line `to`. Comments stay where they are.
    record MoveLine(int from, int to) implements Edit {
        @Override
        public Messages.Key name() {
            return Messages.Key.of("bom.step-move-line");
        }

        @Override
        public Splice on(BomDocument d) {
            List<CsvRow> rows = new ArrayList<>(d.text().rows());
            int target = d.rowIndex(to);
            CsvRow row = rows.remove(d.rowIndex(from));
            rows.add(target, row);
            return Splice.between(d.text().rows(), rows, d.text().ending());
        }
    }

    /// A column's new header.
    record RenameColumn(int column, String header) implements Edit {
        @Override
        public Messages.Key name() {
            return Messages.Key.of("bom.step-rename-column", Quoted.of(header));
        }

        @Override
        public Splice on(BomDocument d) {
            CsvRow row = d.text().rows().get(d.headerRow());
            return Splice.replace(d.text().rows(), d.headerRow(), row.with(column, CellText.checked(header)));
        }
    }

    /// A new empty column before column `at`, or behind the last one.
    record AddColumn(int at, String header) implements Edit {
        @Override
        public Messages.Key name() {
            return Messages.Key.of("bom.step-add-column", header);
        }

        @Override
        public Splice on(BomDocument d) {
            String to = CellText.checked(header);
            return ColumnRows.splice(d, (row, isHeader) -> row.withInserted(at, isHeader ? to : ""));
        }
    }

    /// Takes a column out, with its cells.
    record RemoveColumn(int column) implements Edit {
        @Override
        public Messages.Key name() {
            return Messages.Key.of("bom.step-remove-column");
        }

        @Override
        public Splice on(BomDocument d) {
            return ColumnRows.splice(d, (row, _) -> row.without(column));
        }
    }

    /// Several edits as one step; each is made on what the one before left.
    record Together(Messages.Key name, List<Edit> edits) implements Edit {
        public Together {
            edits = List.copyOf(edits);
        }

        @Override
        public Splice on(BomDocument d) {
            BomDocument now = d;
            for (Edit edit : edits) {
                now = now.apply(edit);
            }
            return Splice.between(d.text().rows(), now.text().rows(), d.text().ending());
        }
    }
}
