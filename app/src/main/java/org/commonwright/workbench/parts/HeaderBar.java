package org.commonwright.workbench.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.text.Controls;

/// Above the table while a column gets a header.
final class HeaderBar {
    private final HBox box;

    /// @param back gives the focus back to the table
    HeaderBar(ColumnCommands columns, BomEditing editing, Controls controls, Runnable back) {
        TextField header = controls.field("parts.header");
        header.setId("column-header");
        var reason = new Label();
        reason.getStyleClass().add("warning");
        var rename = controls.button("parts.rename-column", () -> {
            columns.renamed(header.getText());
            back.run();
        });
        rename.setId("rename-column-now");
        var cancel = controls.button("parts.cancel", () -> {
            columns.renamed(null);
            back.run();
        });
        header.textProperty().subscribe(text -> {
            reason.setText(columns.refused(text).map(controls.texts()::now).orElse(""));
            rename.setDisable(columns.refused(text).isPresent());
        });
        header.setOnAction(_ -> rename.fire());
        header.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                cancel.fire();
                key.consume();
            }
        });
        box = new HBox(8, controls.label("parts.header"), header, rename, cancel, reason);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("table-head");
        box.managedProperty().bind(box.visibleProperty());
        box.setVisible(false);
        columns.renaming().subscribe(at -> {
            int column = at.intValue();
            boolean now = column >= 0 && column < editing.columns().get().size();
            box.setVisible(now);
            if (now) {
                header.setText(editing.columns().get().get(column));
                header.requestFocus();
                header.selectAll();
            }
        });
    }

    Node node() {
        return box;
    }
}
