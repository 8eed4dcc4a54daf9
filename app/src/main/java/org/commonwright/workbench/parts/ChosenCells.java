package org.commonwright.workbench.parts;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.commonwright.workbench.table.DataTable;
import org.jspecify.annotations.Nullable;

/// Which cells of a bill of materials are chosen, by their line in the file, not by their place on the screen: sorting,
/// filtering and undoing leave them what they are.
final class ChosenCells {
    /// Of a module without a bill of materials.
    static final ChosenCells NONE = new ChosenCells(null);

    private final @Nullable DataTable<LineRow> table;
    private final @Nullable TableView<LineRow> view;

    /// @param table its columns' ids end in the number of the column in the file
    ChosenCells(@Nullable DataTable<LineRow> table) {
        this.table = table;
        this.view = table == null ? null : table.view();
    }

    /// @param line from 0
    /// @param column in the file, from 0
    record Place(int line, int column) {
        Place down(int lines) {
            return new Place(line + lines, column);
        }
    }

    List<Place> now() {
        return view == null || table == null
                ? List.of()
                : view.getSelectionModel().getSelectedCells().stream()
                        .filter(cell -> cell.getRow() < view.getItems().size() && cell.getTableColumn() != null)
                        .map(cell -> new Place(table.inSource(cell.getRow()),
                                number(cell.getTableColumn())))
                        .toList();
    }

    /// The lines that hold a chosen cell, in the order of the file.
    List<Integer> lines() {
        return now().stream().map(Place::line).distinct().sorted().toList();
    }

    /// Puts them on the clipboard.
    void copy() {
        if (table != null) {
            table.copy();
        }
    }

    /// Chooses these; a line that is gone gives way to the one that took its place, or to the last.
    void choose(List<Place> places) {
        if (view == null || table == null || places.isEmpty() || view.getItems().isEmpty()) {
            return;
        }
        view.getSelectionModel().clearSelection();
        int last = lastLine();
        List<Place> seen = places.stream().map(place -> new Place(Math.min(place.line(), last), place.column()))
                .filter(place -> row(place.line()) >= 0 && column(place.column()) != null).distinct().toList();
        if (seen.isEmpty()) {
            return;
        }
        int[] rows = seen.stream().mapToInt(place -> row(place.line())).toArray();
        int[] columns = seen.stream().mapToInt(place -> view.getVisibleLeafIndex(column(place.column()))).toArray();
        IntSummaryStatistics down = IntStream.of(rows).summaryStatistics();
        IntSummaryStatistics across = IntStream.of(columns).summaryStatistics();
        long block = (1L + down.getMax() - down.getMin()) * (1L + across.getMax() - across.getMin());
        if (block == seen.size()) {
            view.getSelectionModel().selectRange(down.getMin(), view.getVisibleLeafColumn(across.getMin()),
                    down.getMax(), view.getVisibleLeafColumn(across.getMax()));
        } else {
            for (int i = 0; i < rows.length; i++) {
                view.getSelectionModel().select(rows[i], view.getVisibleLeafColumn(columns[i]));
            }
        }
    }

    /// The last line of the file that is in sight.
    private int lastLine() {
        int last = 0;
        for (int row = 0; view != null && table != null && row < view.getItems().size(); row++) {
            last = Math.max(last, table.inSource(row));
        }
        return last;
    }

    /// For each row in sight its line in the file; null for all in the file's order.
    int @Nullable [] order() {
        return table == null ? null : table.order();
    }

    /// Makes whole rows, or whole columns, of what is chosen.
    ///
    /// @param all all rows and columns
    /// @return false when these would be more than `most` cells; the choice is then as it was
    boolean chooseWhole(boolean rows, boolean all, int most) {
        if (view == null || view.getItems().isEmpty()
                || view.getSelectionModel().getSelectedCells().isEmpty() && !all) {
            return true;
        }
        int lastRow = view.getItems().size() - 1;
        int lastColumn = view.getVisibleLeafColumns().size() - 1;
        int[] block = {lastRow, lastColumn, 0, 0};
        view.getSelectionModel().getSelectedCells().forEach(cell -> {
            block[0] = Math.min(block[0], cell.getRow());
            block[1] = Math.min(block[1], cell.getColumn());
            block[2] = Math.max(block[2], cell.getRow());
            block[3] = Math.max(block[3], cell.getColumn());
        });
        int top = all || !rows ? 0 : block[0];
        int bottom = all || !rows ? lastRow : block[2];
        int left = all || rows ? 0 : Math.max(0, block[1]);
        int right = all || rows ? lastColumn : block[3];
        if ((1L + bottom - top) * (1L + right - left) > most) {
            return false;
        }
        view.getSelectionModel().clearSelection();
        view.getSelectionModel().selectRange(top, view.getVisibleLeafColumn(left), bottom,
                view.getVisibleLeafColumn(right));
        return true;
    }

    /// Chooses a cell and brings it into sight.
    void reveal(Place place) {
        TableColumn<LineRow, ?> column = column(place.column());
        if (view != null && row(place.line()) >= 0) {
            view.scrollTo(row(place.line()));
            if (column == null) {
                view.getSelectionModel().clearAndSelect(row(place.line()));
            } else {
                view.getSelectionModel().clearAndSelect(row(place.line()), column);
                view.scrollToColumn(column);
            }
        }
    }

    /// Opens the field of a line's first cell in sight.
    void edit(int line) {
        if (view != null && row(line) >= 0 && !view.getVisibleLeafColumns().isEmpty()) {
            TableColumn<LineRow, ?> first = view.getVisibleLeafColumn(0);
            view.requestFocus();
            view.getSelectionModel().clearAndSelect(row(line), first);
            view.scrollTo(row(line));
            view.scrollToColumn(first);
            view.layout();
            view.edit(row(line), first);
        }
    }

    /// What is in sight.
    CellBlocks.Sight sight() {
        return new CellBlocks.Sight() {
            @Override
            public int rows() {
                return view == null ? 0 : view.getItems().size();
            }

            @Override
            public int line(int row) {
                return table == null ? row : table.inSource(row);
            }

            @Override
            public int row(int line) {
                return ChosenCells.this.row(line);
            }

            @Override
            public List<Integer> columns() {
                return view == null
                        ? List.of()
                        : view.getVisibleLeafColumns().stream().map(ChosenCells::number).toList();
            }
        };
    }

    private int row(int line) {
        return table == null || line < 0 ? -1 : table.inSight(line);
    }

    private @Nullable TableColumn<LineRow, ?> column(int number) {
        if (view != null) {
            for (TableColumn<LineRow, ?> column : view.getVisibleLeafColumns()) {
                if (number(column) == number) {
                    return column;
                }
            }
        }
        return null;
    }

    private static int number(TableColumn<?, ?> column) {
        return Integer.parseInt(column.getId().substring(column.getId().lastIndexOf('-') + 1));
    }
}
