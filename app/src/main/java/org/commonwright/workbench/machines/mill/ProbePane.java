package org.commonwright.workbench.machines.mill;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.mill.Axis;
import org.commonwright.machine.mill.Probing;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;

/// Probing: which way, how far, how fast, and whether the zero is put there; and the length of the tool.
final class ProbePane {
    private static final int DIGITS = 3;

    private final SetupViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final Notices notices;
    private final ComboBox<Way> way = new ComboBox<>();
    private final NumberField distance;
    private final NumberField feed;
    private final NumberField plate;
    private final NumberField retract;
    private final CheckBox zero = new CheckBox();
    private final VBox box = new VBox(8);

    /// A direction to probe in.
    private enum Way {
        DOWN("grbl.way-down", Axis.Z, -1), RIGHT("grbl.way-right", Axis.X, 1), LEFT("grbl.way-left", Axis.X, -1),
        AWAY("grbl.way-away", Axis.Y, 1), TOWARDS("grbl.way-towards", Axis.Y, -1);

        private final String key;
        private final Axis axis;
        private final int sign;

        Way(String key, Axis axis, int sign) {
            this.key = key;
            this.axis = axis;
            this.sign = sign;
        }
    }

    ProbePane(SetupViewModel model, Controls controls, Dialogs dialogs, Notices notices,
            ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.notices = notices;
        distance = new NumberField(controls, "grbl.distance", "10");
        feed = new NumberField(controls, "grbl.feed", "50");
        plate = new NumberField(controls, "grbl.plate", "0");
        retract = new NumberField(controls, "grbl.retract", "2");
        way.getItems().setAll(Way.values());
        way.setValue(Way.DOWN);
        Choices.inWords(way, controls.texts(), value -> controls.texts().now(value.key));
        controls.name(way, controls.texts().of("grbl.way"));
        zero.textProperty().bind(controls.texts().of("grbl.probe-zero"));
        zero.setSelected(true);
        var grid = new GridPane(8, 8);
        row(grid, "grbl.way", way);
        row(grid, "grbl.distance", distance.node());
        row(grid, "grbl.feed", feed.node());
        row(grid, "grbl.plate", plate.node());
        row(grid, "grbl.retract", retract.node());
        Button probe = controls.button("grbl.probe", this::probe);
        probe.disableProperty().bind(off);
        var result = controls.label(controls.texts().of(model.found().map(this::words).orElse(
                Messages.Key.of("grbl.probe-hint"))), "hint");
        result.setWrapText(true);
        box.getChildren().addAll(controls.label(controls.texts().of("grbl.probing-title"), "subheading"), grid, zero,
                controls.explained(probe, controls.texts().of("grbl.not-now")), result,
                controls.label(controls.texts().of("grbl.tool-length"), "subheading"), toolLength(off));
    }

    VBox node() {
        return box;
    }

    private void row(GridPane grid, String key, Node field) {
        var name = controls.label(key);
        name.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), name, field);
    }

    private Node toolLength(ObservableValue<Boolean> off) {
        var length = new NumberField(controls, "grbl.tool-longer", "");
        Button set = controls.button("grbl.tool-set", () -> typed(() -> model.toolLength(length.value())));
        set.disableProperty().bind(off.flatMap(no -> length.node().textProperty().map(t -> no || t.isBlank())));
        Button clear = controls.button("grbl.tool-clear", model::clearToolLength);
        clear.disableProperty().bind(off.flatMap(
                no -> model.systems().map(now -> no || now.toolLength() == 0).orElse(true)));
        var row = new HBox(8, length.node(), new Label("mm"),
                controls.explained(set, controls.texts().of("grbl.tool-needs")),
                controls.explained(clear, controls.texts().of("grbl.tool-none")));
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, controls.hint("grbl.tool-hint"), row);
    }

    private void probe() {
        typed(() -> {
            Way chosen = way.getValue();
            Optional<Double> thick = zero.isSelected() ? Optional.of(plate.optional().orElse(0.0)) : Optional.empty();
            var task = new Probing.Task(chosen.axis, chosen.sign * Math.abs(distance.value()), feed.value(), thick,
                    retract.optional().orElse(0.0));
            if (dialogs.confirm(Messages.Key.of("grbl.ask-probe", Messages.Key.of(chosen.key),
                    Math.abs(task.distance()), task.feed()), Messages.Key.of("grbl.probe"))) {
                model.probe(task);
            }
        });
    }

    private void typed(Runnable what) {
        try {
            what.run();
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    private Messages.Key words(Probing.Found found) {
        Axis axis = found.axis();
        if (!found.contact().found()) {
            return Messages.Key.of("grbl.says-not-touched", axis, Math.abs(found.distance()));
        }
        var formats = controls.texts().formats().get();
        return Messages.Key.of(found.zeroed() ? "grbl.touched-zeroed" : "grbl.says-touched", axis,
                formats.number(axis.of(found.work()), DIGITS), formats.number(axis.of(found.contact().at()), DIGITS));
    }

}
