package org.commonwright.workbench.parts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.Priority;
import javafx.scene.control.Label;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A pane at the side that a person opens to see where a number comes from, and closes again.
final class SidePane {
    private static final double WIDTH = 320;

    private final BorderPane pane = new BorderPane();
    private final ScrollPane scroll = new ScrollPane();
    private final ReadOnlyObjectWrapper<@Nullable Node> shown = new ReadOnlyObjectWrapper<>();

    SidePane(Controls controls, String titleKey) {
        Label title = controls.label(controls.texts().of(titleKey), "subheading");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(8, title,
                controls.iconButton(MaterialDesignC.CLOSE, "parts.close-side", () -> shown.set(null)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        scroll.setFitToWidth(true);
        pane.setId("side-pane");
        pane.setTop(head);
        pane.setCenter(scroll);
        pane.getStyleClass().add("inspector");
        pane.setPrefWidth(WIDTH);
    }

    /// The pane while it is open, else null.
    ReadOnlyObjectProperty<@Nullable Node> shown() {
        return shown.getReadOnlyProperty();
    }

    void show() {
        shown.set(pane);
    }

    void set(Node content) {
        scroll.setContent(content);
    }
}
