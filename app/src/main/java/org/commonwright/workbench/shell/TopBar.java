package org.commonwright.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The top bar: menu, design, branch and what is not yet shared, search.
final class TopBar {
    private final HBox bar;

    /// @param left menu, design, branch and sync state
    TopBar(Node search, Node... left) {
        bar = new HBox(8, left);
        bar.getChildren().addAll(Controls.spring(), search);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("top-bar");
    }

    Node node() {
        return bar;
    }

    /// Looks like a field, is a button: the palette has the field.
    static Node search(Action palette, Controls controls) {
        var words = controls.label("workbench.search-or-run");
        words.setMinWidth(0);
        var keys = new Label(palette.shortcutText());
        keys.getStyleClass().add("shortcut");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(8, Icons.of(MaterialDesignM.MAGNIFY), words, keys);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, row);
        button.setId("search");
        button.getStyleClass().add("search-button");
        row.prefWidthProperty().bind(button.widthProperty().subtract(26));
        controls.name(button, controls.texts().of("workbench.search-or-run"));
        button.setOnAction(_ -> palette.fire());
        return button;
    }
}
