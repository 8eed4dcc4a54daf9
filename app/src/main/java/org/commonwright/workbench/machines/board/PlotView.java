package org.commonwright.workbench.machines.board;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.preview.Pictures;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The curves of a board with their legend.
final class PlotView {
    private static final double SWATCH = 20;

    private final PlotViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final PlotCanvas canvas;
    private final FlowPane legend = new FlowPane(16, 8);
    private final BorderPane pane = new BorderPane();

    PlotView(PlotViewModel model, Controls controls, Dialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.canvas = new PlotCanvas(model, controls);
        controls.name(canvas.node(), controls.texts().of("boards.plotter"));
        Node empty = EmptyState.of(controls, MaterialDesignC.CHART_LINE, "boards.plot-empty", "boards.plot-hint");
        empty.visibleProperty().bind(Bindings.isEmpty(model.curves()));
        canvas.node().visibleProperty().bind(Bindings.isNotEmpty(model.curves()));
        legend.setId("board-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        model.curves().addListener((ListChangeListener<PlotViewModel.Curve>) _ -> list());
        list();
        pane.setTop(new VBox(8, tools(), legend));
        pane.setCenter(new StackPane(empty, canvas.node()));
        pane.getStyleClass().add("padded");
    }

    Node node() {
        return pane;
    }

    /// Draws what came since.
    void shown() {
        model.refresh();
        canvas.draw();
    }

    private Node tools() {
        var follow = new CheckBox();
        follow.textProperty().bind(controls.texts().of("boards.plot-follow"));
        follow.selectedProperty().bindBidirectional(model.follows());
        Button csv = controls.button("boards.plot-csv",
                () -> dialogs.saveFile(Messages.Key.of("boards.plot-csv"), "plot.csv").ifPresent(model::saveCsv));
        Button picture = controls.button("boards.plot-picture",
                () -> dialogs.saveFile(Messages.Key.of("boards.plot-picture"), "plot.png")
                        .ifPresent(file -> model.savePicture(file, Pictures.of(canvas.picture()))));
        var row = new FlowPane(8, 8, follow, button("boards.plot-in", () -> model.zoom(0.5, 0.5)),
                button("boards.plot-out", () -> model.zoom(2, 0.5)), button("boards.plot-back", () -> model.pan(-0.5)),
                button("boards.plot-forward", () -> model.pan(0.5)), button("boards.plot-all", model::showAll),
                button("boards.plot-newest", model::showNewest), csv, picture,
                button("boards.plot-clear", model::clear));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().stream().filter(Button.class::isInstance)
                .forEach(button -> button.disableProperty().bind(Bindings.isEmpty(model.curves())));
        return row;
    }

    private Button button(String key, Runnable handler) {
        return controls.button(key, () -> {
            handler.run();
            canvas.draw();
        });
    }

    private void list() {
        legend.getChildren().setAll(model.curves().stream().map(this::entry).toList());
    }

    private Node entry(PlotViewModel.Curve curve) {
        var line = new Line(0, 0, SWATCH, 0);
        line.setStrokeWidth(3);
        Theme.dark(legend).subscribe(dark -> {
            PlotColours colours = PlotColours.of(dark);
            line.setStroke(colours.curve(curve.number()));
            line.getStrokeDashArray().clear();
            for (double dash : colours.dashes(curve.number())) {
                line.getStrokeDashArray().add(dash);
            }
        });
        var check = new CheckBox(curve.name());
        check.setGraphic(line);
        check.selectedProperty().bindBidirectional(curve.shown());
        curve.shown().subscribe((_, _) -> canvas.draw());
        return check;
    }
}
