package org.commonwright.workbench.machines.printer;

import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.TypedNumber;

/// Fan, speeds, filament, small steps of Z, levelling, motors. What may be done while a program runs can be; the rest says why not.
final class PrinterTools {
    private static final double STEP = 0.025;
    private static final double SPEED = 3;

    private final PrinterViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final ObservableValue<Boolean> off;
    private final VBox box = new VBox(8);

    PrinterTools(PrinterViewModel model, Controls controls, Dialogs dialogs, ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.off = off;
        box.getChildren().addAll(new FlowPane(24, 8, percent("printer.fan", model::fan),
                percent("printer.feed", model::feed), percent("printer.flow", model::flow), filament()), more());
    }

    Node node() {
        return box;
    }

    private Node percent(String key, DoubleConsumer set) {
        TextField field = controls.field(key);
        field.setText("100");
        field.setPrefColumnCount(4);
        Runnable apply = () -> TypedNumber.read(field.getText()).ifPresent(set);
        field.setOnAction(_ -> apply.run());
        Button give = controls.button("printer.set-percent", apply);
        give.disableProperty().bind(field.textProperty().map(text -> TypedNumber.read(text).isEmpty()));
        var row = new HBox(8, controls.label(key), field, controls.label("printer.percent"),
                controls.explained(give, controls.texts().of("printer.type-number")));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node filament() {
        TextField length = controls.field("printer.filament-mm");
        length.setText("10");
        length.setPrefColumnCount(4);
        Button push = controls.button("printer.extrude", () -> push(length, 1));
        Button pull = controls.button("printer.retract", () -> push(length, -1));
        var row = new HBox(8, controls.label("printer.filament"), length, controls.label("printer.mm"),
                pushing(push, length), pushing(pull, length));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Neither while the printer does something else, nor when the length is no number.
    private Region pushing(Button button, TextField length) {
        BooleanBinding none = Bindings.createBooleanBinding(() -> TypedNumber.read(length.getText()).isEmpty(),
                length.textProperty());
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> none.get() || off.getValue(), none, off));
        return controls.explained(button, controls.texts().of(none.map(
                wrong -> Messages.Key.of(wrong ? "printer.type-number" : "printer.not-now"))));
    }

    private void push(TextField length, int sign) {
        TypedNumber.read(length.getText()).ifPresent(mm -> model.extrude(sign * mm, SPEED));
    }

    private Node more() {
        Button change = controls.button("printer.change-filament", () -> {
            if (dialogs.confirm(Messages.Key.of("printer.ask-change"), Messages.Key.of("printer.change-filament"))) {
                model.changeFilament();
            }
        });
        Button up = controls.button("printer.step-up", () -> model.babystep(STEP));
        Button down = controls.button("printer.step-down", () -> model.babystep(-STEP));
        Button level = controls.button("printer.level", () -> {
            if (dialogs.confirm(Messages.Key.of("printer.ask-level"), Messages.Key.of("printer.level"))) {
                model.level();
            }
        });
        Button motors = controls.button("printer.motors-off", model::motorsOff);
        Label shifted = controls.label(controls.texts().of(model.shift().map(mm -> Messages.Key.of("printer.shifted",
                mm.doubleValue()))), "hint");
        shifted.visibleProperty().bind(model.shift().isNotEqualTo(0, STEP / 2));
        shifted.managedProperty().bind(shifted.visibleProperty());
        var row = new FlowPane(8, 8, change, having(up, "BABYSTEPPING", "printer.no-babystep"),
                having(down, "BABYSTEPPING", "printer.no-babystep"),
                model.can("AUTOLEVEL") ? idle(level) : having(level, "AUTOLEVEL", "printer.no-levelling"),
                idle(motors), shifted);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Region idle(Button button) {
        button.disableProperty().bind(off);
        return controls.explained(button, controls.texts().of("printer.not-now"));
    }

    private Region having(Button button, String capability, String why) {
        button.setDisable(!model.can(capability));
        return controls.explained(button, controls.texts().of(why));
    }
}
