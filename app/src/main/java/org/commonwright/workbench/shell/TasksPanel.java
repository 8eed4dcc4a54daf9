package org.commonwright.workbench.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.tasks.TaskBoard;
import org.commonwright.workbench.tasks.TaskEntry;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What runs, with cancel, and how what ran has ended.
final class TasksPanel {
    private final TaskBoard board;
    private final Controls controls;
    private final VBox rows = new VBox(4);
    private final StackPane pane = new StackPane();
    private final ScrollPane scroll = new ScrollPane(rows);

    TasksPanel(TaskBoard board, Controls controls) {
        this.board = board;
        this.controls = controls;
        rows.getStyleClass().add("padded");
        scroll.setFitToWidth(true);
        board.running().addListener((ListChangeListener<TaskEntry>) _ -> fill());
        board.ended().addListener((ListChangeListener<TaskEntry>) _ -> fill());
        fill();
    }

    Node node() {
        return pane;
    }

    private void fill() {
        rows.getChildren().clear();
        board.running().forEach(entry -> rows.getChildren().add(TaskStrip.of(entry, controls)));
        board.ended().forEach(entry -> rows.getChildren().add(ended(entry)));
        pane.getChildren().setAll(rows.getChildren().isEmpty() ? controls.hint("workbench.tasks-none") : scroll);
    }

    private Node ended(TaskEntry entry) {
        var title = controls.label(controls.texts().of(entry.title()));
        var row = new HBox(8, sign(entry), title);
        row.setAlignment(Pos.CENTER_LEFT);
        if (entry.fault() != null) {
            var why = controls.label(controls.texts().messages().map(m -> m.get(entry.fault())), "hint");
            row.getChildren().add(why);
        }
        return row;
    }

    private static FontIcon sign(TaskEntry entry) {
        var icon = Icons.of(switch (entry.state().get()) {
            case DONE, RUNNING -> MaterialDesignC.CHECK;
            case CANCELLED -> MaterialDesignC.CANCEL;
            case FAILED -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
        });
        icon.getStyleClass().add(entry.state().get() == TaskEntry.State.FAILED ? "danger-icon" : "muted-icon");
        return icon;
    }
}
