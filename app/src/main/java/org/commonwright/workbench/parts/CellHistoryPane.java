package org.commonwright.workbench.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.commonwright.design.history.CellChange;
import org.commonwright.workbench.text.Controls;

/// Who set a cell, the newest change first.
final class CellHistoryPane {
    private static final double GAP = 12;

    private CellHistoryPane() {}

    static Node of(Controls controls, String header, List<CellChange> changes) {
        var pane = new VBox(GAP, label(controls.texts().now("parts.history-of", header), "subheading"));
        pane.setId("cell-history");
        if (changes.isEmpty()) {
            pane.getChildren().add(label(controls.texts().now("parts.history-none"), "text-muted"));
        }
        for (CellChange change : changes) {
            String before = change.before();
            String what = before == null
                    ? controls.texts().now("parts.history-new", change.after())
                    : controls.texts().now("parts.history-set", before, change.after());
            pane.getChildren().add(new VBox(2, label(what, "strong"),
                    label(controls.texts().now("parts.history-who", change.author().name(), change.when()),
                            "text-muted"),
                    label(change.subject(), "body-text"),
                    label(change.file() + ":" + change.row() + "  " + change.commit().abbreviated(), "text-muted")));
        }
        return pane;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
