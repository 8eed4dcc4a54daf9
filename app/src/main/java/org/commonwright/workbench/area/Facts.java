package org.commonwright.workbench.area;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.workbench.text.Controls;

/// Names and values in two columns, as cards and inspectors show them. A value that is empty has no row.
public final class Facts {
    private final Controls controls;
    private final GridPane grid = new GridPane(16, 4);

    public Facts(Controls controls) {
        this.controls = controls;
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
    }

    public Facts add(String key, String value) {
        if (!value.isEmpty()) {
            add(key, words(new Label(value)));
        }
        return this;
    }

    /// A value that changes with the language.
    public Facts add(String key, ObservableValue<String> value) {
        return add(key, words(controls.label(value)));
    }

    /// A name that is not one of the program's own words, such as a column of a file.
    public Facts named(String name, String value) {
        if (!value.isEmpty()) {
            var label = new Label(name);
            label.getStyleClass().add("hint");
            add(label, words(new Label(value)));
        }
        return this;
    }

    public Facts add(String key, Node value) {
        return add(controls.label(controls.texts().of(key), "hint"), value);
    }

    private Facts add(Label name, Node value) {
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
        return this;
    }

    /// A line across both columns.
    public Facts across(Node node) {
        grid.add(node, 0, grid.getRowCount(), 2, 1);
        return this;
    }

    public Region node() {
        return grid;
    }

    private static Label words(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
