package org.commonwright.workbench.design;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The area Design: the tree on the left, the module's card or the file's preview on the right.
final class DesignView {
    private static final double TREE_SHARE = 0.24;

    private final DesignViewModel model;
    private final Controls controls;
    private final Actions actions;
    private final ModuleTreePane tree;
    private final ModuleCardPane cards;
    private final FilePane file;
    private final Node cardNode;
    private final StackPane centre = new StackPane();
    private final SplitPane split;
    private final Node node;

    DesignView(DesignViewModel model, Controls controls, Actions actions, Tasks quiet, Notices notices) {
        this.model = model;
        this.controls = controls;
        this.actions = actions;
        this.tree = new ModuleTreePane(model, controls);
        this.cards = new ModuleCardPane(model, controls, notices);
        this.file = new FilePane(model, controls, quiet, notices);
        this.cardNode = new LoadedPane<>(controls, model.card(), Region::new, cards::of,
                () -> model.select(model.shown().get())).node();
        this.split = new SplitPane(tree.node(), centre);
        split.setDividerPositions(TREE_SHARE);
        SplitPane.setResizableWithParent(tree.node(), false);
        centre.setMinWidth(0);
        model.shown().subscribe(this::show);
        this.node = new LoadedPane<>(controls, model.design(), this::empty, opened -> {
            tree.show(opened);
            return split;
        }, model::again).node();
    }

    Node node() {
        return node;
    }

    private void show(@Nullable Shown shown) {
        switch (shown) {
            case null -> centre.getChildren().clear();
            case Shown.OfModule _ -> centre.getChildren().setAll(cardNode);
            case Shown.OfFile chosen -> centre.getChildren().setAll(file.of(chosen));
            case Shown.Missing _ ->
                centre.getChildren().setAll(EmptyState.of(controls, MaterialDesignC.CUBE_OFF_OUTLINE,
                        "workbench-design.missing-title", "workbench-design.missing-hint"));
        }
    }

    private Node empty() {
        return EmptyState.of(controls, MaterialDesignC.CUBE_OUTLINE, "workbench.design-empty", "workbench.design-hint",
                new ActionControls(controls).button(actions.get("open-folder")));
    }
}
