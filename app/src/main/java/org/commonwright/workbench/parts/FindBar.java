package org.commonwright.workbench.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.parts.ChosenCells.Place;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Above the table: what to find, where, and what to put in its place.
final class FindBar {
    private final FindViewModel model;
    private final BomEditing editing;
    private final Controls controls;
    private final TextField find;
    private final TextField with;
    private final Runnable back;
    private final Consumer<Place> reveal;
    private final VBox box;

    /// @param reveal chooses a cell and brings it into sight
    /// @param back gives the focus back to the table
    FindBar(PartsViewModel parts, WorkbenchContext context, Controls controls,
            Consumer<Place> reveal, Runnable back) {
        this.model = parts.find();
        this.editing = parts.editing();
        this.controls = controls;
        this.reveal = reveal;
        this.back = back;
        this.find = controls.field("parts.find-what");
        this.with = controls.field("parts.replace-with");
        find.setId("find-text");
        with.setId("replace-text");
        find.textProperty().bindBidirectional(model.text());
        with.textProperty().bindBidirectional(model.with());
        find.setPrefColumnCount(14);
        with.setPrefColumnCount(14);
        var actions = new ActionControls(controls);
        Label count = controls.label(count(), "hint");
        count.setId("find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Button close = controls.iconButton(MaterialDesignC.CLOSE, "parts.close-find", this::close);
        var first = line(find, actions.iconButton(context.actions().get("find-previous")),
                actions.iconButton(context.actions().get("find-next")), count,
                check("find-case", "parts.match-case", model.matchCase()),
                check("find-whole", "parts.whole-cell", model.whole()), close);
        Region one = actions.button(context.actions().get("replace-one"));
        Region all = actions.button(context.actions().get("replace-all"));
        var second = line(with, one, all, columns(),
                check("find-chosen", "parts.only-chosen", model.onlyChosen()));
        box = new VBox(8, first, second);
        box.getStyleClass().add("table-head");
        box.managedProperty().bind(box.visibleProperty());
        box.visibleProperty().bind(model.open());
        find.setOnAction(_ -> go(1));
        model.whenTyped(() -> go(1));
        with.setOnAction(_ -> context.actions().get("replace-one").fire());
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Node node() {
        return box;
    }

    /// Opens it with the cursor in the field.
    void show(boolean replacing) {
        model.open().set(true);
        TextField field = replacing && !find.getText().isEmpty() ? with : find;
        field.requestFocus();
        field.selectAll();
    }

    /// Goes to the next one, or the one before.
    void go(int by) {
        Place place = model.go(by);
        if (place != null) {
            reveal.accept(place);
        }
    }

    void replace() {
        if (model.at().get() < 0) {
            go(1);
        } else {
            model.replace();
            go(1);
        }
    }

    private void close() {
        model.open().set(false);
        back.run();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
            go(-1);
            key.consume();
        }
    }

    private ObservableValue<String> count() {
        return controls.texts().messages().flatMap(m -> Bindings.createStringBinding(
                () -> switch (model.hits().state().get()) {
                    case Loaded.Nothing<Hits> _ -> "";
                    case Loaded.Loading<Hits>(Messages.Key title) -> m.get(title.key());
                    case Loaded.Failed<Hits>(var fault) -> m.get(fault.code(), fault.arguments().toArray());
                    case Loaded.Ready<Hits>(Hits found) -> found.size() == 0
                            ? m.get("parts.found-none")
                            : model.at().get() < 0
                                    ? m.get("parts.found", found.size())
                                    : m.get("parts.found-at", model.at().get() + 1, found.size());
                }, model.hits().state(), model.at()));
    }

    private CheckBox check(String id, String key, BooleanProperty property) {
        var box = new CheckBox();
        box.setId(id);
        box.textProperty().bind(controls.texts().of(key));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private ComboBox<Integer> columns() {
        var box = new ComboBox<Integer>();
        box.setId("find-column");
        controls.name(box, controls.texts().of("parts.find-in"));
        Choices.inWords(box, controls.texts(), column -> column < 0 || column >= editing.columns().get().size()
                ? controls.texts().now("parts.all-columns")
                : editing.columns().get().get(column));
        editing.columns().subscribe(headers -> {
            box.getItems().setAll(FindViewModel.ALL_COLUMNS);
            for (int i = 0; i < headers.size(); i++) {
                box.getItems().add(i);
            }
            box.setValue(FindViewModel.ALL_COLUMNS);
        });
        box.valueProperty()
                .subscribe(chosen -> model.column().set(chosen == null ? FindViewModel.ALL_COLUMNS : chosen));
        return box;
    }

    private static FlowPane line(Node... nodes) {
        var row = new FlowPane(8, 8, nodes);
        row.setRowValignment(VPos.CENTER);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
