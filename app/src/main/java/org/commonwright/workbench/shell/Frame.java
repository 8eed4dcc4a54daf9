package org.commonwright.workbench.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content: one root for the window's whole life, whose parts come and go.
///
/// ```
/// top bar
/// rail │ centre / bottom panel │ inspector
/// status bar
/// ```
final class Frame {
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty();
    private final Node inspector;
    private final BottomPanel bottom;
    private final double[] divider = {0.74, 0.68};

    Frame(Node topBar, Node rail, Node centre, Node inspector, BottomPanel bottom, Node statusBar, Node... overlays) {
        this.inspector = inspector;
        this.bottom = bottom;
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().add(centre);
        SplitPane.setResizableWithParent(inspector, false);
        SplitPane.setResizableWithParent(bottom.content(), false);
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
        inspectorShown.subscribe(this::fold);
        bottom.open().subscribe(id -> fold(rows, bottom.content(), 1, !id.isEmpty()));
    }

    Parent root() {
        return root;
    }

    BooleanProperty inspectorShown() {
        return inspectorShown;
    }

    /// Where the inspector begins, 0 to 1.
    double inspectorDivider() {
        return remember(columns, 0);
    }

    /// Where the bottom panel begins, 0 to 1.
    double bottomDivider() {
        return remember(rows, 1);
    }

    void dividers(double inspectorAt, double bottomAt) {
        divider[0] = inspectorAt;
        divider[1] = bottomAt;
        columns.setDividerPositions(inspectorAt);
        rows.setDividerPositions(bottomAt);
    }

    private void fold(boolean shown) {
        fold(columns, inspector, 0, shown);
    }

    private void fold(SplitPane split, Node node, int which, boolean shown) {
        if (shown && !split.getItems().contains(node)) {
            split.getItems().add(node);
            split.setDividerPositions(divider[which]);
        } else if (!shown && split.getItems().contains(node)) {
            remember(split, which);
            split.getItems().remove(node);
        }
    }

    private double remember(SplitPane split, int which) {
        if (split.getDividers().size() == 1) {
            divider[which] = split.getDividerPositions()[0];
        }
        return divider[which];
    }

    BottomPanel bottom() {
        return bottom;
    }
}
