package org.commonwright.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Problems, Console, Tasks: a strip of names that is always there, and the panel under it that folds away. A click on the
/// name of the open panel folds it.
final class BottomPanel {
    private final HBox strip = new HBox(4);
    private final BorderPane pane = new BorderPane();
    private final ReadOnlyStringWrapper open = new ReadOnlyStringWrapper("");
    private final List<Tab> tabs = new ArrayList<>();
    private String last = "";

    private record Tab(String id, Node content) {}

    BottomPanel() {
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("panel-strip");
        pane.getStyleClass().add("bottom-panel");
        pane.setMinHeight(96);
    }

    void add(String id, ObservableValue<String> title, Node content) {
        var button = new ToggleButton();
        button.setId("panel-" + id);
        button.getStyleClass().add("panel-tab");
        button.textProperty().bind(title);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> show(open.get().equals(id) ? "" : id));
        open.subscribe(now -> button.setSelected(now.equals(id)));
        strip.getChildren().add(button);
        tabs.add(new Tab(id, content));
        last = last.isEmpty() ? id : last;
    }

    /// The id of the open panel; empty while folded.
    ReadOnlyStringProperty open() {
        return open.getReadOnlyProperty();
    }

    /// @param id empty folds
    void show(String id) {
        tabs.stream().filter(t -> t.id().equals(id)).findFirst().ifPresentOrElse(tab -> {
            pane.setCenter(tab.content());
            last = id;
            open.set(id);
        }, () -> open.set(""));
    }

    void toggle() {
        show(open.get().isEmpty() ? last : "");
    }

    Node strip() {
        return strip;
    }

    BorderPane content() {
        return pane;
    }
}
