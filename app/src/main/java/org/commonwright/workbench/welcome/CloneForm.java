package org.commonwright.workbench.welcome;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Address and name of what to clone; unfolds on the welcome page.
final class CloneForm {
    private static final String EXAMPLE = "https://example.org/pen-plotter.git";

    private final CloneViewModel model;
    private final VBox box;
    private final TextField url;

    CloneForm(CloneViewModel model, Controls controls) {
        this.model = model;
        this.url = controls.field("workbench.clone-address");
        url.promptTextProperty().unbind();
        url.setPromptText(EXAMPLE);
        url.setId("clone-url");
        url.textProperty().bindBidirectional(model.url());
        url.disableProperty().bind(model.running());
        TextField name = controls.field("workbench.clone-name");
        name.promptTextProperty().unbind();
        name.setPromptText("");
        name.setId("clone-name");
        name.textProperty().bindBidirectional(model.name());
        name.disableProperty().bind(model.running());
        Action start = Action.of("clone-start", Group.DESIGN, "workbench.clone-now",
                MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE, model::start).blockedBy(model.blocked());
        url.setOnAction(_ -> start.fire());
        name.setOnAction(_ -> start.fire());
        Button cancel = controls.button("workbench.cancel", this::cancel);
        var buttons = new HBox(8, new ActionControls(controls).button(start), cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var grid = new GridPane(16, 8);
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        grid.addRow(0, controls.label("workbench.clone-address"), url);
        grid.addRow(1, controls.label("workbench.clone-name"), name);
        Label wrong = controls.label(controls.texts().messages().flatMap(m -> model.fault().map(m::get)).orElse(""),
                "danger-text");
        wrong.setId("clone-fault");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        box = new VBox(8, grid, wrong, buttons);
        box.getStyleClass().add("form");
        box.visibleProperty().bind(model.shown());
        box.managedProperty().bind(model.shown());
        box.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                cancel();
                e.consume();
            }
        });
        model.shown().subscribe(now -> {
            if (now) {
                url.requestFocus();
            }
        });
    }

    Node node() {
        return box;
    }

    /// Stops the clone, or folds the form when none runs.
    private void cancel() {
        if (model.running().get()) {
            model.cancel();
        } else {
            model.shown().set(false);
        }
    }
}
