package org.commonwright.workbench.machines.practice;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;

/// The page on which a machine to practise on is put together.
public final class PracticePane {
    private static final int MOST = 1_000_000;

    private final PracticeViewModel model;
    private final Controls controls;
    private final ScrollPane pane;

    /// @param begin connects what was chosen
    public PracticePane(PracticeViewModel model, Controls controls, Runnable begin) {
        this.model = model;
        this.controls = controls;
        var faults = new GridPane(12, 6);
        for (FaultPlan.Kind fault : FaultPlan.Kind.values()) {
            addFault(faults, fault);
        }
        faults.disableProperty().bind(model.kind().map(PracticeViewModel.Kind::isHost));
        Button go = controls.button("practice.go", begin);
        go.getStyleClass().add("accent");
        var hint = controls.label(controls.texts().messages()
                .flatMap(m -> model.port().map(port -> m.get("practice.hint", port))), "hint");
        hint.setWrapText(true);
        var box = new VBox(16,
                row("practice.kind", choice(model.kind(), PracticeViewModel.Kind.values(), PracticeWords::of)),
                row("practice.speed", choice(model.pace(), PracticeViewModel.Pace.values(), PracticeWords::of)),
                hint, go, controls.label(controls.texts().of("practice.faults"), "subheading"), faults);
        box.getStyleClass().add("page");
        pane = new ScrollPane(box);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
    }

    public Node node() {
        return pane;
    }

    private Node row(String key, Node field) {
        var label = controls.label(controls.texts().of(key));
        label.setMinWidth(120);
        controls.name(field, controls.texts().of(key));
        var row = new HBox(8, label, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private <T> ComboBox<T> choice(ObjectProperty<T> value, T[] all, Function<T, String> key) {
        var box = new ComboBox<T>();
        box.getItems().setAll(all);
        Choices.inWords(box, controls.texts(), item -> controls.texts().now(key.apply(item)));
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private void addFault(GridPane grid, FaultPlan.Kind fault) {
        var check = new CheckBox();
        check.textProperty().bind(controls.texts().of(PracticeWords.of(fault)));
        check.selectedProperty().subscribe(on -> {
            if (on) {
                model.chosen().add(fault);
            } else {
                model.chosen().remove(fault);
            }
        });
        var at = new Spinner<Integer>(1, MOST, model.at(fault).get());
        at.setEditable(true);
        at.setPrefWidth(110);
        at.disableProperty().bind(check.selectedProperty().not());
        at.valueProperty().subscribe(value -> {
            if (value != null) {
                model.at(fault).set(value);
            }
        });
        controls.name(at, controls.texts().of("practice.at"));
        grid.addRow(grid.getRowCount(), check, controls.label(controls.texts().of("practice.at"), "hint"), at);
    }
}
