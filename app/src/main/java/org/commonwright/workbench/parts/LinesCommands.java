package org.commonwright.workbench.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.design.add.Addition;
import org.commonwright.error.Fault;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.parts.ChosenCells.Place;
import org.commonwright.workbench.table.Tsv;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// What a person does to the chosen cells and lines of the bill of materials. Before the table is made there are none.
final class LinesCommands {
    /// More would take the table long: replacing reaches every cell without choosing it.
    private static final int MOST_CHOSEN = 100_000;

    private final PartsViewModel model;
    private final BomEditing editing;
    private final WorkbenchContext context;
    private final ColumnCommands columns;
    private @Nullable LinesTable table;

    LinesCommands(PartsViewModel model, WorkbenchContext context) {
        this.model = model;
        this.editing = model.editing();
        this.context = context;
        this.columns = new ColumnCommands(editing, context);
    }

    ColumnCommands columns() {
        return columns;
    }

    /// The table whose cells are meant from now on.
    void show(LinesTable shown) {
        table = shown;
    }

    /// A shortcut is for the table only while the focus is not on something that has a use for the key of its own.
    Runnable meant(Runnable command) {
        return () -> {
            if (table != null && table.isMeant()) {
                command.run();
            }
        };
    }

    /// A cell was typed into.
    void typed(LineRow row, int column, String value) {
        if (model.shown().editable().get()) {
            keeping(() -> editing.set(row, column, value));
        }
    }

    /// What was typed into one cell goes into every chosen one.
    void sameForAll(String value) {
        if (model.shown().editable().get()) {
            keeping(() -> editing.setAll("parts.step-same", chosen().now().stream()
                    .map(cell -> new CellValue(cell.line(), cell.column(), value)).toList()));
        }
    }

    void undo() {
        keeping(editing::undo);
    }

    void redo() {
        keeping(editing::redo);
    }

    /// A line below the chosen one, with the field of its first cell open.
    void insert() {
        int at = below();
        editing.insert(at, context.texts().now("parts.new-part"));
        chosen().edit(at);
    }

    /// Which line one below the chosen cells becomes; the last where none is chosen.
    int below() {
        return chosen().now().stream().mapToInt(Place::line).max().orElse(editing.rows().size() - 1) + 1;
    }

    /// Makes an addition.
    void add(Addition addition) {
        keeping(() -> editing.add(addition));
    }

    void delete() {
        keeping(() -> editing.delete(chosen().lines()));
    }

    void move(int by) {
        List<Place> before = chosen().now();
        List<Integer> lines = chosen().lines();
        if (lines.size() == 1 && editing.move(lines.getFirst(), by)) {
            chosen().choose(before.stream().map(cell -> cell.down(by)).toList());
        }
    }

    void clear() {
        keeping(() -> editing.setAll("parts.step-clear", chosen().now().stream()
                .map(cell -> new CellValue(cell.line(), cell.column(), "")).toList()));
    }

    void cut() {
        chosen().copy();
        keeping(() -> editing.setAll("parts.step-cut", chosen().now().stream()
                .map(cell -> new CellValue(cell.line(), cell.column(), "")).toList()));
    }

    void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            keeping(() -> editing.setAll("parts.step-paste",
                    CellBlocks.pasted(Tsv.parse(clipboard.getString()), chosen().now(),
                            chosen().sight(), editing.rows().size())));
        }
    }

    void fillDown() {
        keeping(() -> editing.setAll("parts.step-fill",
                CellBlocks.filledDown(chosen().now(), chosen().sight(), editing.rows())));
    }

    /// A column behind the chosen one, or behind the last.
    void addColumn() {
        columns.add(chosen().now().stream().mapToInt(Place::column).max().orElse(editing.columns().get().size() - 1));
    }

    void renameColumn() {
        chosen().now().stream().findFirst().ifPresent(place -> columns.rename(place.column()));
    }

    void removeColumn() {
        chosen().now().stream().findFirst().ifPresent(place -> columns.remove(place.column()));
    }

    void orderFile() {
        columns.order(chosen().order());
    }

    /// Chooses whole rows or columns, or all: what of it can be chosen.
    void choose(boolean rows, boolean all) {
        if (!chosen().chooseWhole(rows, all, MOST_CHOSEN)) {
            context.notices().say("parts.too-many-to-choose", MOST_CHOSEN);
        }
    }

    /// Opens the bar that finds and replaces.
    void find(boolean replacing) {
        bar(bar -> bar.show(replacing));
    }

    void findNext(int by) {
        bar(bar -> bar.go(by));
    }

    void replaceOne() {
        bar(FindBar::replace);
    }

    private void bar(Consumer<FindBar> command) {
        if (table != null) {
            command.accept(table.find());
        }
    }

    /// Who set the chosen cell, at the side.
    void history() {
        List<String> headers = editing.columns().get();
        chosen().now().stream().findFirst().ifPresent(cell -> {
            String header = cell.column() < headers.size() ? headers.get(cell.column()) : "";
            model.histories().of(cell.line(), cell.column(), changes -> context.inspector().reveal(
                    CellHistoryPane.of(new Controls(context.texts()), header, changes)));
        });
    }

    private ChosenCells chosen() {
        return table == null ? ChosenCells.NONE : table.chosen();
    }

    /// A table forgets what was chosen when lines come or go: it is chosen again.
    private void keeping(Runnable edit) {
        List<Place> before = chosen().now();
        int lines = editing.rows().size();
        List<String> columns = editing.columns().get();
        try {
            edit.run();
        } catch (Fault fault) {
            context.notices().fault(fault);
        }
        if (editing.rows().size() != lines || !editing.columns().get().equals(columns)) {
            chosen().choose(before);
        }
    }
}
