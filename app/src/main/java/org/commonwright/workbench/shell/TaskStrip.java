package org.commonwright.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.tasks.TaskEntry;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A running task in one line: a bar, what it is doing, cancel.
final class TaskStrip {
    private static final int BAR = 96;
    private static final int WORDS = 320;

    private TaskStrip() {}

    static Node of(TaskEntry entry, Controls controls) {
        var bar = new ProgressBar();
        bar.setPrefWidth(BAR);
        bar.progressProperty().bind(entry.fraction());
        controls.name(bar, controls.texts().of(entry.title()));
        var words = controls.label(controls.texts().of(entry.saying()));
        words.setMaxWidth(WORDS);
        words.setTooltip(controls.tooltip(controls.texts().of(entry.title())));
        var cancel = controls.iconButton(MaterialDesignC.CLOSE, "workbench.cancel-task", entry::cancel);
        cancel.getStyleClass().add("cancel-task");
        var row = new HBox(8, bar, words, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
