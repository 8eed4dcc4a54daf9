package org.commonwright.workbench.parts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.commonwright.design.CountedLists;
import org.commonwright.design.DesignModule;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.ModuleCell;
import org.commonwright.workbench.area.ModuleItem;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Modules on the left; the chosen one's bill of materials and its roll-up as two tabs.
final class PartsView {
    private static final List<String> SHEETS = List.of("add-parts", "choose-lists", "list-columns", "design-pins");
    /// Modules that are looked through for one in the tree.
    private static final int LOOKED_AT = 5000;

    private final PartsViewModel model;
    private final TreeView<DesignModule> tree = new TreeView<>();
    private final BorderPane pane = new BorderPane();
    private final TabPane tabs = new TabPane();
    private final LinesTable table;
    private final RollupTable rollup;
    private final Tab rolled;

    PartsView(PartsViewModel model, ScopeViewModel scope, LinesCommands commands, PartsSheets sheets,
            DesignComments comments,
            WorkbenchContext context) {
        this.model = model;
        var controls = new Controls(context.texts());
        var drag = new ModuleDrag();
        tree.setCellFactory(_ -> {
            var cell = new ModuleCell();
            drag.from(cell);
            return cell;
        });
        tree.setMinWidth(160);
        controls.name(tree, controls.texts().of("parts.modules"));
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue() != model.shown().module().get()) {
                model.shown().select(item.getValue());
            }
        });
        table = new LinesTable(model, commands, comments, context, controls);
        commands.show(table);
        drag.onto(table.node(), sheets::canAdd, sheets::drop);
        var lines = new Tab(null, table.node());
        lines.textProperty().bind(controls.texts().of("parts.tab-lines"));
        rollup = new RollupTable(model, scope, context, controls);
        rolled = new Tab(null, rollup.node());
        rolled.textProperty().bind(controls.texts().of("parts.tab-rollup"));
        var shared = new Tab(null, new ScopePane(scope, context, controls).node());
        shared.textProperty().bind(controls.texts().of("parts.tab-scope"));
        tabs.getTabs().setAll(lines, rolled, shared);
        model.table().inFront().bind(lines.selectedProperty().and(sheets.shown().not()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        var split = new SplitPane(tree, tabs);
        split.setDividerPositions(0.2);
        SplitPane.setResizableWithParent(tree, false);
        var open = new ActionControls(controls).button(context.actions().get("open-folder"));
        var loaded = new LoadedPane<>(controls, model.shown().design().state(), () -> EmptyState.of(controls,
                MaterialDesignF.FORMAT_LIST_CHECKS, "parts.empty", "parts.empty-hint", open), opened -> {
                    fill(opened.root());
                    return split;
                }, () -> model.load(context.current().design().get()));
        pane.setTop(head(controls, context));
        pane.setCenter(loaded.node());
    }

    Node node() {
        return pane;
    }

    /// Shows another module, and says so in the tree.
    void choose(DesignModule module) {
        Deque<TreeItem<DesignModule>> todo = new ArrayDeque<>(
                tree.getRoot() == null ? List.of() : List.of(tree.getRoot()));
        for (int seen = 0; !todo.isEmpty() && seen < LOOKED_AT; seen++) {
            TreeItem<DesignModule> item = todo.removeFirst();
            if (item.getValue() == module) {
                for (TreeItem<DesignModule> above = item.getParent(); above != null; above = above.getParent()) {
                    above.setExpanded(true);
                }
                tree.getSelectionModel().select(item);
                return;
            }
            if (item instanceof ModuleItem modules) {
                modules.fill();
            }
            todo.addAll(item.getChildren());
        }
        model.shown().select(module);
    }

    /// Brings a cell of the lines into sight and chooses it.
    ///
    /// @param line from 0; negative for one that is not there any more
    void reveal(int line, int column) {
        tabs.getSelectionModel().selectFirst();
        if (line >= 0) {
            table.chosen().reveal(new ChosenCells.Place(line, column));
            table.requestFocus();
        }
    }

    /// Opens the side of the roll-up that says where the chosen line comes from.
    void explain() {
        tabs.getSelectionModel().select(rolled);
        rollup.explain();
    }

    /// Brings what the designs share into sight.
    void showScope() {
        tabs.getSelectionModel().selectLast();
    }

    private Node head(Controls controls, WorkbenchContext context) {
        ObservableValue<String> name = model.shown().module().map(DesignModule::name).orElse("");
        var title = controls.label(controls.texts().messages()
                .flatMap(m -> name.map(n -> n.isEmpty() ? m.get("parts.title") : m.get("parts.title") + " · " + n)),
                "heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var counts = controls.label(controls.texts().messages()
                .flatMap(m -> model.shown().module().map(module -> counts(m, module))).orElse(""), "hint");
        counts.setId("lists-counted");
        var row = new HBox(8, title, counts, Controls.spring());
        var actions = new ActionControls(controls);
        SHEETS.forEach(id -> row.getChildren().add(actions.iconButton(context.actions().get(id))));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-head");
        return row;
    }

    private static String counts(Messages messages, DesignModule module) {
        return module.lists().files().isEmpty()
                ? module.lists().rule() == CountedLists.Rule.CHOSEN ? messages.get("lists.count-none") : ""
                : messages.get("lists.count-of", module.lists().files().stream().map(RepoPath::fileName)
                        .collect(Collectors.joining(" + ")));
    }

    /// Children are made when their parent is opened, so that a tree in which a module is used many times stays small.
    private void fill(DesignModule root) {
        if (tree.getRoot() != null && tree.getRoot().getValue() == root) {
            return;
        }
        tree.setRoot(new ModuleItem(root));
        tree.getRoot().setExpanded(true);
        DesignModule shown = model.shown().module().get();
        for (TreeItem<DesignModule> child : tree.getRoot().getChildren()) {
            if (child.getValue() == shown) {
                tree.getSelectionModel().select(child);
                return;
            }
        }
        tree.getSelectionModel().select(tree.getRoot());
    }
}
