package org.commonwright.workbench.machines.printer;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.printer.Material;
import org.commonwright.raster.Image;
import org.commonwright.raster.Png;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.preview.Pictures;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Temperatures, filament and overrides of a printer.
final class PrinterPane {
    private static final long MINUTE = 60_000;
    private static final double DRAWN_MS = 250;

    private final PrinterViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final TemperaturePlot plot;
    private final BorderPane pane = new BorderPane();
    private boolean inSight;

    /// How far back the plot shows.
    private enum Span {
        TEN_MINUTES("printer.span-ten", 10 * MINUTE), HOUR("printer.span-hour", 60 * MINUTE), ALL("printer.span-all",
                Long.MAX_VALUE);

        private final String key;
        private final long ms;

        Span(String key, long ms) {
            this.key = key;
            this.ms = ms;
        }
    }

    /// @param off while nothing may move: a program runs, or the machine is gone
    PrinterPane(PrinterViewModel model, Controls controls, Dialogs dialogs, ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.plot = new TemperaturePlot(model.history(), controls, Span.TEN_MINUTES.ms);
        var heaters = new VBox(8, new HeaterRows(model, controls, this::heat).node(), plotBar());
        HBox.setHgrow(plot.node(), Priority.ALWAYS);
        var warmth = new HBox(24, heaters, plot.node());
        VBox.setVgrow(warmth, Priority.ALWAYS);
        var page = new VBox(16, warmth, new MaterialBar(model, controls, this::heat, model::coolDown).node(),
                new PrinterTools(model, controls, dialogs, off).node());
        page.getStyleClass().add("padded");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        Node empty = EmptyState.of(controls, MaterialDesignT.THERMOMETER_OFF, "printer.no-temperatures",
                "printer.no-temperatures-hint");
        model.temperatures().subscribe(known -> pane.setCenter(known.isEmpty() ? empty : scroll));
        // A virtual printer in a hurry, or one that babbles, does not keep the window busy.
        var soon = new PauseTransition(Duration.millis(DRAWN_MS));
        soon.setOnFinished(_ -> plot.draw());
        model.readings().subscribe((_, _) -> {
            if (inSight && soon.getStatus() != Animation.Status.RUNNING) {
                soon.play();
            }
        });
    }

    Node node() {
        return pane;
    }

    /// What nobody sees is not drawn.
    void inSight(boolean now) {
        inSight = now;
        if (now) {
            plot.draw();
        }
    }

    private Node plotBar() {
        var spans = new ComboBox<Span>();
        spans.getItems().setAll(Span.values());
        Choices.inWords(spans, controls.texts(), span -> controls.texts().now(span.key));
        spans.setValue(Span.TEN_MINUTES);
        spans.valueProperty().subscribe(span -> plot.span(span.ms));
        controls.name(spans, controls.texts().of("printer.span"));
        Button picture = controls.button("printer.save-picture", this::savePicture);
        Button csv = controls.button("printer.save-csv", () -> dialogs
                .saveFile(Messages.Key.of("printer.save-csv"), "temperatures.csv").ifPresent(model::saveCsv));
        var bar = new FlowPane(8, 8, spans, picture, csv);
        bar.setPrefWrapLength(420);
        return bar;
    }

    private void savePicture() {
        dialogs.saveFile(Messages.Key.of("printer.save-picture"), "temperatures.png").ifPresent(file -> {
            Image image = Pictures.of(plot.node().snapshot(null, null));
            model.save(file, () -> Png.encode(image));
        });
    }

    private void heat(String heater, double celsius) {
        boolean yes = celsius == 0 || dialogs.confirm(
                Messages.Key.of("printer.ask-heat", Heaters.name(heater), celsius), Messages.Key.of("printer.heat"));
        if (yes) {
            model.target(heater, celsius);
        }
    }

    private void heat(Material material) {
        if (dialogs.confirm(Messages.Key.of("printer.ask-material", material.name(), material.nozzle(), material.bed()),
                Messages.Key.of("printer.heat"))) {
            model.heat(material);
        }
    }
}
