package org.commonwright.workbench.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.state.DividerKeeper;

/// The window's content: one root for the window's whole life, whose parts come and go.
///
/// ```
/// top bar
/// rail │ centre / bottom panel │ inspector
/// status bar
/// ```
final class Frame {
    static final double INSPECTOR_AT = 0.76;
    static final double BOTTOM_AT = 0.7;

    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty();
    private final BottomPanel bottom;
    private final DividerKeeper column;
    private final DividerKeeper row;

    Frame(Node topBar, Node rail, Node centre, Node inspector, BottomPanel bottom, Node statusBar, Node... overlays) {
        this.bottom = bottom;
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().add(centre);
        var middle = new VBox(rows, bottom.strip());
        VBox.setVgrow(rows, Priority.ALWAYS);
        columns.getItems().add(middle);
        frame.setTop(topBar);
        frame.setLeft(rail);
        frame.setCenter(columns);
        frame.setBottom(statusBar);
        frame.getStyleClass().add("frame");
        root.getChildren().add(frame);
        root.getChildren().addAll(overlays);
        root.getStyleClass().add("commonwright");
        column = new DividerKeeper(columns, INSPECTOR_AT);
        row = new DividerKeeper(rows, BOTTOM_AT);
        inspectorShown.subscribe(shown -> fold(columns, inspector, shown));
        bottom.open().subscribe(id -> fold(rows, bottom.content(), !id.isEmpty()));
    }

    Parent root() {
        return root;
    }

    BooleanProperty inspectorShown() {
        return inspectorShown;
    }

    /// Where the inspector begins, 0 to 1.
    DoubleProperty inspectorAt() {
        return column.place();
    }

    /// Where the bottom panel begins, 0 to 1.
    DoubleProperty bottomAt() {
        return row.place();
    }

    private static void fold(SplitPane split, Node node, boolean shown) {
        if (shown && !split.getItems().contains(node)) {
            split.getItems().add(node);
        } else if (!shown) {
            split.getItems().remove(node);
        }
    }

    BottomPanel bottom() {
        return bottom;
    }
}
