package org.commonwright.workbench.pins;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Name, repository, folder and commit of a module to pin.
final class PinForm {
    private final PinsViewModel model;
    private final TextField name;
    private final ComboBox<String> repository = new ComboBox<>();
    private final TextField path;
    private final TextField revision;
    private final VBox node;

    /// @param close called when it is done with
    PinForm(PinsViewModel model, Controls controls, Runnable close) {
        this.model = model;
        this.name = controls.field("pins.name-prompt");
        name.setId("pin-name");
        repository.setEditable(true);
        repository.setItems(model.designs());
        repository.setId("pin-repository");
        repository.setMaxWidth(Double.MAX_VALUE);
        repository.promptTextProperty().bind(controls.texts().of("pins.repository-prompt"));
        controls.name(repository, controls.texts().of("pins.repository-prompt"));
        this.path = controls.field("pins.path-prompt");
        path.setId("pin-path");
        this.revision = controls.field("pins.revision-prompt");
        revision.setId("pin-revision");
        Button pin = controls.button("pins.pin-now", () -> model.pin(name.getText(), from(), path.getText(),
                revision.getText(), close));
        pin.setId("pin-now");
        pin.getStyleClass().add("accent");
        pin.disableProperty().bind(Bindings.createBooleanBinding(
                () -> name.getText().isBlank() || from().isBlank(), name.textProperty(),
                repository.getEditor().textProperty()));
        var grid = new GridPane(16, 8);
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMaxWidth(560);
        grid.getColumnConstraints().addAll(keys, values);
        grid.addRow(0, controls.label("pins.repository"), repository);
        grid.addRow(1, controls.label("pins.path"), path);
        grid.addRow(2, controls.label("pins.name"), name);
        grid.addRow(3, controls.label("pins.revision"), revision);
        var buttons = new HBox(8, controls.explained(pin, controls.texts().of("pins.pin-needs")),
                controls.button("pins.leave", close));
        buttons.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(8, controls.label(controls.texts().of("pins.pin-title"), "subheading"),
                controls.hint("pins.pin-hint"), grid, buttons);
        node.setId("pin-form");
        node.getStyleClass().add("padded");
    }

    Node node() {
        return node;
    }

    private String from() {
        String typed = repository.getEditor().getText();
        return typed == null ? "" : typed;
    }

    /// @param like the pin that is to be made anew; null for none
    /// @param called the name that lines ask for; empty where there is none yet
    /// @param from the repository, where it is known
    void show(@Nullable LockEntry like, String called, String from) {
        name.setText(like == null ? called : like.name());
        repository.getEditor().setText(like == null ? from : like.repository());
        path.setText(like == null ? "" : like.path().text());
        revision.setText("");
        (from().isEmpty() ? repository : name.getText().isEmpty() ? name : path).requestFocus();
    }
}
