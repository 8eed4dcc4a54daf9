package org.commonwright.workbench.machines;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Formats;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Where the tool is, large, in the program's coordinates and small in the machine's; temperatures where there are any.
final class PositionView {
    private static final String[] AXES = {"X", "Y", "Z"};
    private static final int DIGITS = 3;
    private static final char NO_BREAK = '\u00a0';

    private final Controls controls;
    private final Label[] work = new Label[AXES.length];
    private final Label[] machine = new Label[AXES.length];
    private final Label state = new Label();
    private final Label heat = new Label();
    private final VBox box = new VBox(8);

    PositionView(MachineViewModel model, Controls controls) {
        this.controls = controls;
        var grid = new GridPane(16, 4);
        var axisColumn = new ColumnConstraints();
        var number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(112);
        grid.getColumnConstraints().addAll(axisColumn, number, number);
        grid.add(controls.label(controls.texts().of("machines.work-position"), "hint"), 1, 0);
        grid.add(controls.label(controls.texts().of("machines.machine-position"), "hint"), 2, 0);
        for (int i = 0; i < AXES.length; i++) {
            var name = new Label(AXES[i]);
            name.getStyleClass().add("heading");
            work[i] = new Label();
            work[i].getStyleClass().addAll("heading", "mono");
            machine[i] = new Label();
            machine[i].getStyleClass().addAll("hint", "mono");
            grid.addRow(i + 1, name, work[i], machine[i]);
        }
        state.getStyleClass().add("subheading");
        state.textProperty().bind(controls.texts().of(model.words()));
        heat.getStyleClass().add("mono");
        heat.setWrapText(true);
        heat.managedProperty().bind(heat.textProperty().isNotEmpty());
        box.getChildren().addAll(state, grid, heat);
        model.status().subscribe(this::show);
        controls.texts().formats().subscribe(_ -> show(model.status().get()));
    }

    Node node() {
        return box;
    }

    private void show(MachineStatus status) {
        Formats formats = controls.texts().formats().get();
        write(work, status.work() == null ? status.machine() : status.work(), formats);
        write(machine, status.machine(), formats);
        var words = new StringBuilder();
        for (Temperature t : status.temperatures()) {
            // A line may end between two heaters, not inside a value.
            words.append(words.isEmpty() ? "" : "   ").append((t.heater() + " " + formats.number(t.actual(), 1) + " / "
                    + formats.number(t.target(), 0) + " °C").replace(' ', NO_BREAK));
        }
        heat.setText(words.toString());
    }

    private static void write(Label[] labels, @Nullable Position position, Formats formats) {
        double[] values = position == null
                ? new double[]{Double.NaN, Double.NaN, Double.NaN}
                : new double[]{position.x(), position.y(), position.z()};
        for (int i = 0; i < labels.length; i++) {
            labels[i].setText(Double.isNaN(values[i]) ? "–" : formats.number(values[i], DIGITS));
        }
    }
}
