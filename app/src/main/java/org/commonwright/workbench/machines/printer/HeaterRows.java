package org.commonwright.workbench.machines.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.TypedNumber;

/// Each heater: how warm it is, how warm it is to be, and a field to change that.
final class HeaterRows {
    private final Controls controls;
    private final BiConsumer<String, Double> set;
    private final GridPane grid = new GridPane(8, 4);
    private final List<Label> values = new ArrayList<>();
    private List<String> shown = List.of();

    /// @param set asked to give a heater a target, 0 for off
    HeaterRows(PrinterViewModel model, Controls controls, BiConsumer<String, Double> set) {
        this.controls = controls;
        this.set = set;
        var number = new ColumnConstraints();
        number.setMinWidth(132);
        var name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        number.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, number);
        model.temperatures().subscribe(this::show);
        controls.texts().messages().subscribe(_ -> show(model.temperatures().get()));
    }

    Node node() {
        return grid;
    }

    private void show(List<Temperature> heaters) {
        List<String> names = heaters.stream().map(Temperature::heater).toList();
        if (!names.equals(shown)) {
            shown = names;
            grid.getChildren().clear();
            values.clear();
            names.forEach(this::add);
        }
        var formats = controls.texts().formats().get();
        for (int i = 0; i < heaters.size(); i++) {
            Temperature heater = heaters.get(i);
            values.get(i).setText(heater.target() > 0
                    ? controls.texts().now("printer.value-target", formats.number(heater.actual(), 1),
                            formats.number(heater.target(), 0))
                    : controls.texts().now("printer.value", formats.number(heater.actual(), 1)));
        }
    }

    private void add(String heater) {
        var value = new Label();
        value.getStyleClass().addAll("strong", "mono");
        values.add(value);
        TextField field = controls.field("printer.target");
        field.setMinWidth(96);
        field.setPrefWidth(96);
        Runnable apply = () -> read(field).ifPresent(celsius -> {
            set.accept(heater, celsius);
            field.clear();
        });
        field.setOnAction(_ -> apply.run());
        Button give = controls.button("printer.set-target", apply);
        give.disableProperty().bind(field.textProperty().map(text -> TypedNumber.read(text).isEmpty()));
        Button off = controls.button("printer.off", () -> set.accept(heater, 0.0));
        grid.addRow(values.size() - 1, controls.label(controls.texts().of(Heaters.name(heater))), value, field,
                controls.explained(give, controls.texts().of("printer.type-number")), off);
    }

    private static OptionalDouble read(TextField field) {
        return TypedNumber.read(field.getText());
    }
}
