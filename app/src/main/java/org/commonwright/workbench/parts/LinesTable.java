package org.commonwright.workbench.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.review.comments.PlacedThread;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The bill of materials of one module, edited in its cells. The table is made anew when the file has other columns.
final class LinesTable {
    private static final List<String> BUTTONS = List.of("add-line", "move-lines-up", "move-lines-down", "delete-lines");
    private static final List<List<String>> MENU = List.of(
            List.of("cut-cells", "paste-cells", "clear-cells", "fill-down"),
            List.of("add-line", "delete-lines"), List.of("add-column", "rename-column", "delete-column"),
            List.of("cell-history"));
    private static final List<String> OWN_KEYS = List.of("select-all", "select-row", "select-column");

    private final PartsViewModel model;
    private final LinesCommands commands;
    private final WorkbenchContext context;
    private final DesignComments comments;
    private final CellMarks marks;
    private final Controls controls;
    private final ActionControls actions;
    private final BorderPane holder = new BorderPane();
    private final BorderPane pane = new BorderPane();
    private final FindBar find;
    private @Nullable DataTable<LineRow> table;
    private ChosenCells chosen = ChosenCells.NONE;
    private @Nullable KeyCode held;
    private @Nullable EmptyColumns empty;
    private @Nullable RepoPath lastFile;
    private List<String> lastHeaders = List.of();

    LinesTable(PartsViewModel model, LinesCommands commands, DesignComments comments, WorkbenchContext context,
            Controls controls) {
        this.model = model;
        this.comments = comments;
        this.marks = new CellMarks(model, comments, controls);
        comments.follow(this::mark);
        comments.onShow(this::reveal);
        this.commands = commands;
        this.context = context;
        this.controls = controls;
        this.actions = new ActionControls(controls);
        model.editing().columns().subscribe(this::build);
        model.editing().problems().subscribe(problems -> context.problems().set("parts", problems));
        model.editing().steps().subscribe(_ -> look());
        model.shown().bill().state().subscribe(_ -> look());
        pane.sceneProperty().subscribe(this::watch);
        pane.setCenter(new LoadedPane<>(controls, model.shown().bill().state(),
                this::nothing,
                _ -> holder, this::again).node());
        find = new FindBar(model, context, controls, place -> chosen.reveal(place), this::requestFocus);
        pane.setTop(new VBox(new NotEditedBar(model, context, controls).node(), find.node(),
                new HeaderBar(commands.columns(), model.editing(), controls, this::requestFocus).node()));
        pane.setBottom(new LinesFoot(model, context, controls).node());
    }

    Node node() {
        return pane;
    }

    /// In place of the table where the module has no list of its own: none, or several that add up.
    private Node nothing() {
        Node none = EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "parts.no-bom", "parts.no-bom-hint",
                actions.button(context.actions().get("start-list")),
                actions.button(context.actions().get("choose-lists")));
        Node several = EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "lists.add-up",
                "lists.add-up-hint", actions.button(context.actions().get("choose-lists")));
        several.visibleProperty().bind(model.shown().module().map(m -> m.lists().addUp()).orElse(false));
        none.visibleProperty().bind(several.visibleProperty().map(shown -> !shown));
        return new StackPane(none, several);
    }

    ChosenCells chosen() {
        return chosen;
    }

    FindBar find() {
        return find;
    }

    /// Whether what is done now is meant for the table. A menu and the palette always mean it; a key does only while the focus
    /// is not on something that has a use for the key of its own.
    boolean isMeant() {
        Node focus = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        boolean chosen = held == null || held == KeyCode.ENTER;
        return table != null && (chosen || focus == table.view() || !(focus instanceof TextInputControl
                || focus instanceof TreeView<?> || focus instanceof TableView<?>));
    }

    private void watch(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> held = key.getCode());
            scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> held = null);
        }
    }

    void requestFocus() {
        if (table != null) {
            table.view().requestFocus();
        }
    }

    private void again() {
        if (model.shown().module().get() != null) {
            model.shown().select(model.shown().module().get());
        }
    }

    private void build(List<String> headers) {
        model.table().chosen().set(false);
        if (headers.isEmpty()) {
            table = null;
            empty = null;
            chosen = ChosenCells.NONE;
            holder.setCenter(null);
            return;
        }
        var made = new DataTable<>(LineColumns.tableId(headers), "parts.tab-lines", controls, context.settings(),
                context.tasks(), model.editing().rows(),
                LineColumns.of(headers, commands::typed, model.completion()::help, marks::mark),
                EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "parts.no-lines", "parts.no-lines-hint",
                        actions.button(context.actions().get("add-line"))));
        made.selectCells();
        made.view().getStyleClass().add("even-rows");
        made.onSameForAll(commands::sameForAll);
        chosen = new ChosenCells(made);
        BUTTONS.forEach(id -> made.addToHead(actions.iconButton(context.actions().get(id))));
        made.addToHead(stepButton("undo-edit", BomEditing.Steps::undo),
                stepButton("redo-edit", BomEditing.Steps::redo));
        var menu = made.view().getContextMenu().getItems();
        for (List<String> group : MENU) {
            menu.add(new SeparatorMenuItem());
            group.forEach(id -> menu.add(actions.item(context.actions().get(id))));
        }
        made.view().getSelectionModel().getSelectedCells().addListener(
                (Observable _) -> model.table().chosen()
                        .set(!made.view().getSelectionModel().getSelectedCells().isEmpty()));
        made.selected().subscribe(row -> inspect(headers, row));
        made.view().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // Where there is no cell to press on, the press is meant for the table all the same: rows can be pasted into it.
        made.view().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            if (made.view().getItems().isEmpty()) {
                made.view().requestFocus();
            }
        });
        empty = new EmptyColumns(made, controls, headers, made(headers));
        made.addToHead(empty.link());
        table = made;
        look();
        made.view().getItems().addListener((Observable _) -> model.find().search());
        model.find().over(made::order, () -> chosen.now());
        holder.setCenter(made.node());
    }

    /// The headers that came to the same list: a person made them.
    private Set<String> made(List<String> headers) {
        Set<String> made = new HashSet<>(headers);
        RepoPath file = model.editing().file();
        if (file != null && file.equals(lastFile) && model.editing().unsaved().contains(file)) {
            made.removeAll(lastHeaders);
        } else {
            made.clear();
        }
        lastFile = file;
        lastHeaders = headers;
        return made;
    }

    private void mark() {
        marks.look();
        if (table != null) {
            table.view().refresh();
        }
    }

    /// The thread of a mark, on the right.
    private void reveal(PlacedThread thread) {
        Node page = context.inspector().content().get();
        if (table != null && pane.getScene() != null && page != null) {
            context.inspector().reveal(page);
            Node seen = page.lookup("#" + DesignComments.id(thread));
            if (seen != null) {
                Reveal.show(seen);
            }
        }
    }

    private void look() {
        marks.look();
        if (empty != null) {
            empty.look(model.editing().file(), model.editing().document());
        }
    }

    /// What a table would do with these keys by itself is not made for a million rows.
    private void pressed(KeyEvent key) {
        if (isMeant()) {
            OWN_KEYS.stream().map(context.actions()::get)
                    .filter(action -> action.shortcut() != null && action.shortcut().match(key)).forEach(action -> {
                        action.fire();
                        key.consume();
                    });
        }
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
        context.inspector().show(new VBox(8, name, facts.node(), comments.threads(() -> marks.of(row))));
    }

    /// A button whose tooltip names the step that it takes back or makes again.
    private Region stepButton(String id, Function<BomEditing.Steps, Optional<Messages.Key>> step) {
        Action action = context.actions().get(id);
        Region box = actions.iconButton(action);
        if (box.lookup("#" + id) instanceof Button button) {
            button.setTooltip(controls.tooltip(controls.texts().messages().flatMap(m -> model.editing().steps()
                    .map(steps -> step.apply(steps).map(name -> m.get(action.title().key()) + ": "
                            + m.get(name.key(), name.arguments()) + " (" + action.shortcutText() + ")")
                            .orElse("")))));
        }
        return box;
    }
}
