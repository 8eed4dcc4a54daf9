package org.commonwright.workbench.machines.printer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.printer.TemperatureBucket;
import org.commonwright.workbench.text.Controls;

/// Which line is which heater, and what it is at the place that is pointed at. Its colours are the theme's, and the plot takes
/// them from here.
final class TemperatureLegend {
    private static final int COLOURS = 5;

    private final Controls controls;
    private final List<String> heaters = new ArrayList<>();
    private final FlowPane pane = new FlowPane(16, 4);
    private final Label when = new Label();
    private final Runnable recoloured;

    /// @param recoloured called when the theme gave the lines other colours
    TemperatureLegend(Controls controls, Runnable recoloured) {
        this.controls = controls;
        this.recoloured = recoloured;
        pane.setAlignment(Pos.CENTER_LEFT);
        when.getStyleClass().addAll("hint", "mono");
        when.textFillProperty().subscribe((_, _) -> recoloured.run());
        pane.getChildren().add(when);
    }

    FlowPane node() {
        return pane;
    }

    /// One label for each heater.
    void show(List<String> names) {
        for (String name : names) {
            if (!heaters.contains(name)) {
                var label = new Label();
                label.getStyleClass().addAll("mono", "heater-" + heaters.size() % COLOURS);
                label.textFillProperty().subscribe((_, _) -> recoloured.run());
                heaters.add(name);
                pane.getChildren().add(heaters.size() - 1, label);
            }
        }
    }

    /// @param time in words, empty for now
    void values(List<TemperatureBucket> values, String time) {
        for (int i = 0; i < heaters.size(); i++) {
            var formats = controls.texts().formats().get();
            TemperatureBucket value = i < values.size() ? values.get(i) : null;
            String name = controls.texts().now(Heaters.name(heaters.get(i)));
            label(i).setText(value == null
                    ? name
                    : value.target() > 0
                            ? controls.texts().now("printer.legend-target", name, formats.number(value.last(), 1),
                                    formats.number(value.target(), 0))
                            : controls.texts().now("printer.legend", name, formats.number(value.last(), 1)));
        }
        when.setText(time);
    }

    Color colour(String heater) {
        Paint fill = label(heaters.indexOf(heater)).getTextFill();
        return fill instanceof Color colour ? colour : Color.GRAY;
    }

    /// Of words and numbers at the axes.
    Color ink() {
        return when.getTextFill() instanceof Color colour ? colour : Color.GRAY;
    }

    private Label label(int heater) {
        return (Label) pane.getChildren().get(heater);
    }
}
