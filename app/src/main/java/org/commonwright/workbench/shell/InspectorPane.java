package org.commonwright.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.Inspector;
import org.commonwright.workbench.text.Controls;

/// The pane on the right: the inspector of what is selected.
final class InspectorPane {
    private final BorderPane pane = new BorderPane();

    InspectorPane(Inspector inspector, Action toggle, Controls controls) {
        var head = new HBox(8, controls.label(controls.texts().of("workbench.inspector"), "subheading"),
                Controls.spring(), new ActionControls(controls).iconButton(toggle));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        pane.setTop(head);
        var scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        var nothing = controls.hint("workbench.inspector-nothing");
        nothing.getStyleClass().add("padded");
        inspector.content().subscribe(content -> {
            if (content != null && !content.getStyleClass().contains("padded")) {
                content.getStyleClass().add("padded");
            }
            scroll.setContent(content == null ? nothing : content);
        });
        pane.setCenter(scroll);
        pane.getStyleClass().add("inspector");
        pane.setMinWidth(240);
        pane.setPrefWidth(300);
    }

    Node node() {
        return pane;
    }
}
