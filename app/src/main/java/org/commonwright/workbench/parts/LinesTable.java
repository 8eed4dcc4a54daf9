package org.commonwright.workbench.parts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.table.Tsv;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The bill of materials of one module, edited in its cells. The table is made anew when the file has other columns.
final class LinesTable {
    private static final Map<String, Double> WIDTHS = Map.of("part", 176.0, "description", 224.0, "quantity", 80.0,
            "unit", 56.0, "kind", 80.0);

    private final PartsViewModel model;
    private final BomEditing editing;
    private final WorkbenchContext context;
    private final Controls controls;
    private final TextField message;
    private final BorderPane pane = new BorderPane();
    private @Nullable DataTable<LineRow> table;
    private ChosenCells chosen = ChosenCells.NONE;

    LinesTable(PartsViewModel model, WorkbenchContext context, Controls controls) {
        this.model = model;
        this.editing = model.editing();
        this.context = context;
        this.controls = controls;
        this.message = controls.field("parts.message");
        message.setOnAction(_ -> commit());
        HBox.setHgrow(message, Priority.ALWAYS);
        editing.columns().subscribe(this::build);
        editing.problems().subscribe(problems -> context.problems().set("parts", problems));
        pane.setBottom(foot());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Node node() {
        return pane;
    }

    private void build(List<String> headers) {
        if (headers.isEmpty()) {
            table = null;
            chosen = ChosenCells.NONE;
            pane.setCenter(
                    EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "parts.no-bom", "parts.no-bom-hint"));
            return;
        }
        List<Column<LineRow>> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            columns.add(column(headers.get(i), i));
        }
        // The settings remember a width by table and column: files with the same columns share them.
        String id = "bom-" + headers.stream().map(LinesTable::id).collect(Collectors.joining("-"));
        var made = new DataTable<>(id.length() > 64 ? "bom-" + Integer.toHexString(id.hashCode()) : id,
                "parts.tab-lines",
                controls, context.settings(), editing.rows(), columns,
                EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "parts.no-lines", "parts.no-lines-hint"));
        made.selectCells();
        chosen = new ChosenCells(made);
        made.addToHead(
                icon(MaterialDesignP.PLUS, "parts.add-line", this::insert),
                icon(MaterialDesignA.ARROW_UP, "parts.move-up", () -> move(-1)),
                icon(MaterialDesignA.ARROW_DOWN, "parts.move-down", () -> move(1)),
                icon(MaterialDesignD.DELETE_OUTLINE, "parts.delete-lines", this::delete),
                stepButton(MaterialDesignU.UNDO, "parts.undo", () -> keeping(editing::undo),
                        editing.steps().map(BomEditing.Steps::undo)),
                stepButton(MaterialDesignR.REDO, "parts.redo", () -> keeping(editing::redo),
                        editing.steps().map(BomEditing.Steps::redo)));
        var history = new MenuItem();
        history.setId("menu-cell-history");
        history.textProperty().bind(controls.texts().of("parts.history"));
        history.disableProperty().bind(made.selected().map(_ -> false).orElse(true));
        history.setOnAction(_ -> history(headers));
        made.view().getContextMenu().getItems().add(history);
        made.selected().subscribe(row -> inspect(headers, row));
        table = made;
        pane.setCenter(made.node());
    }

    /// Who set the chosen cell, at the side.
    private void history(List<String> headers) {
        chosen.now().stream().findFirst().ifPresent(cell -> {
            String header = cell.column() < headers.size() ? headers.get(cell.column()) : "";
            model.history(cell.line(), cell.column(),
                    changes -> context.inspector().reveal(CellHistoryPane.of(controls, header, changes)));
        });
    }

    /// The whole line, also what its columns have no room for.
    private void inspect(List<String> headers, @Nullable LineRow row) {
        if (row == null || headers.isEmpty()) {
            return;
        }
        var facts = new Facts(controls);
        for (int i = 1; i < headers.size(); i++) {
            facts.named(headers.get(i), row.cell(i));
        }
        var name = new Label(row.cell(0));
        name.getStyleClass().add("subheading");
        name.setWrapText(true);
        context.inspector().show(new VBox(8, name, facts.node()));
    }

    private Column<LineRow> column(String header, int index) {
        String id = id(header) + "-" + index;
        boolean number = header.equalsIgnoreCase("Quantity") || header.equalsIgnoreCase("Qty");
        Column<LineRow> column = number
                ? Column.written(id, "parts.tab-lines", row -> decimal(row.cell(index)), row -> row.cell(index))
                : Column.words(id, "parts.tab-lines", row -> row.cell(index));
        return column.titled(Messages.Key.of("parts.column", header.isBlank() ? "–" : header))
                .width(WIDTHS.getOrDefault(id(header), 120.0))
                .editable((row, value) -> {
                    if (model.isEditable()) {
                        keeping(() -> editing.set(row, index, value));
                    } else {
                        context.notices().say("parts.pinned");
                    }
                });
    }

    private static @Nullable Number decimal(String text) {
        return text.matches("-?\\d+([.]\\d+)?") ? new BigDecimal(text) : null;
    }

    private static String id(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }

    private void move(int by) {
        if (table != null && table.selected().get() != null && model.isEditable()) {
            LineRow row = table.selected().get();
            var before = chosen.now();
            if (editing.move(row, by)) {
                chosen.choose(before.stream().filter(cell -> cell.line() == row.line())
                        .map(cell -> cell.down(by)).toList());
            }
        }
    }

    private void delete() {
        if (table != null && model.isEditable()) {
            keeping(() -> editing.delete(List.copyOf(table.selectedRows())));
        }
    }

    /// A line below the chosen one, with the field of its first cell open.
    private void insert() {
        if (table != null && model.isEditable()) {
            LineRow after = table.selected().get();
            editing.insert(after, controls.texts().now("parts.new-part"));
            chosen.edit(after == null ? editing.rows().size() - 1 : after.line() + 1);
        }
    }

    /// An edit replaces rows, and a table forgets what was chosen in a row that is replaced: it is chosen again.
    private void keeping(Runnable edit) {
        var before = chosen.now();
        try {
            edit.run();
        } catch (Fault fault) {
            context.notices().fault(fault);
        }
        chosen.choose(before);
    }

    private void clear() {
        if (model.isEditable()) {
            keeping(() -> editing.setAll("parts.step-clear", chosen.now().stream()
                    .map(cell -> new BomEditing.Cell(cell.line(), cell.column(), "")).toList()));
        }
    }

    private void paste() {
        if (model.isEditable() && Clipboard.getSystemClipboard().hasString()) {
            keeping(() -> editing.setAll("parts.step-paste",
                    chosen.take(Tsv.parse(Clipboard.getSystemClipboard().getString()), editing.rows().size(),
                            editing.columns().get().size())));
        }
    }

    private Button icon(Ikon icon, String key, Runnable handler) {
        Button button = controls.iconButton(icon, key, handler);
        button.disableProperty().bind(model.module().map(_ -> !model.isEditable()).orElse(true));
        return button;
    }

    private Button stepButton(Ikon icon, String key, Runnable handler, ObservableValue<Optional<Messages.Key>> step) {
        Button button = controls.iconButton(icon, key, handler);
        button.disableProperty().bind(step.map(Optional::isEmpty));
        button.setTooltip(controls.tooltip(controls.texts().messages().flatMap(m -> step.map(s -> s
                .map(name -> m.get(key) + ": " + m.get(name.key(), name.arguments())).orElse(m.get(key))))));
        return button;
    }

    private Node foot() {
        var state = new Label();
        state.getStyleClass().add("hint");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        state.textProperty().bind(controls.texts().messages().flatMap(m -> editing.steps()
                .map(_ -> editing.unsaved().isEmpty() ? "" : m.get("parts.unsaved", editing.unsaved().size()))));
        Button save = controls.button("parts.save", model::save);
        save.setGraphic(Icons.of(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.disableProperty().bind(editing.steps().map(_ -> editing.unsaved().isEmpty()));
        Button commit = controls.button("parts.commit", this::commit);
        commit.setGraphic(Icons.of(MaterialDesignC.CHECK));
        commit.disableProperty().bind(message.textProperty().map(String::isBlank));
        var row = new HBox(8, state, message, controls.explained(save, controls.texts().of("parts.save-nothing")),
                controls.explained(commit, controls.texts().of("parts.commit-needs-message")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
        return row;
    }

    private void commit() {
        if (!message.getText().isBlank()) {
            model.commit(message.getText());
            message.clear();
        }
    }

    private void pressed(KeyEvent key) {
        record Shortcut(KeyCombination keys, Runnable run) {}
        boolean inTable = table != null && table.view().getEditingCell() == null && table.view().isFocused();
        Stream.of(new Shortcut(combination(KeyCode.Z), () -> keeping(editing::undo)),
                new Shortcut(combination(KeyCode.Y), () -> keeping(editing::redo)),
                new Shortcut(combination(KeyCode.S), model::save), new Shortcut(combination(KeyCode.V), this::paste),
                new Shortcut(new KeyCodeCombination(KeyCode.DELETE), this::clear),
                new Shortcut(new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHIFT_DOWN), this::delete))
                .filter(s -> s.keys().match(key) && (inTable || key.getCode() == KeyCode.S)).findFirst()
                .ifPresent(s -> {
                    s.run().run();
                    key.consume();
                });
    }

    private static KeyCombination combination(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
