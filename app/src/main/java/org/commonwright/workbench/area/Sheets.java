package org.commonwright.workbench.area;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A page that lies over an area's view while a person settles one thing. Its cross and Esc lead back to where the keyboard was.
public final class Sheets {
    private final Controls controls;
    private final Node below;
    private final StackPane pane;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private Runnable onClose = () -> {};
    private @Nullable Node focused;

    /// @param below the area's own view
    public Sheets(Controls controls, Node below) {
        this.controls = controls;
        this.below = below;
        this.pane = new StackPane(below);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && shown.get()) {
                close();
                e.consume();
            }
        });
    }

    public Node node() {
        return pane;
    }

    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// Shows a page, in place of one that is there.
    ///
    /// @param id of the page, for style and tests
    /// @param closed called when the page is left, however
    public void show(String id, ObservableValue<String> title, Node content, Runnable closed) {
        boolean fresh = !shown.get();
        close();
        if (fresh && below.getScene() != null) {
            focused = below.getScene().getFocusOwner();
        }
        var heading = controls.label(title, "heading");
        var head = new HBox(8, heading, Controls.spring(),
                controls.iconButton(MaterialDesignC.CLOSE, "workbench.close-page", this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        var page = new BorderPane(content);
        page.setTop(head);
        page.setId(id);
        page.getStyleClass().add("sheet");
        onClose = closed;
        below.setVisible(false);
        pane.getChildren().setAll(below, page);
        shown.set(true);
        content.requestFocus();
    }

    /// Back to the area's own view.
    public void close() {
        if (!shown.get()) {
            return;
        }
        shown.set(false);
        below.setVisible(true);
        pane.getChildren().setAll(below);
        Runnable closed = onClose;
        onClose = () -> {};
        closed.run();
        if (focused != null) {
            focused.requestFocus();
            focused = null;
        }
    }
}
