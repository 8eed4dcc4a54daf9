package org.commonwright.workbench.toolpath;

import java.time.Duration;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.MoveKind;
import org.commonwright.i18n.Formats;
import org.commonwright.raster.PathClasses;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.ViewerColours;

/// What the colours of a toolpath mean, in its corner.
final class Legend {
    private static final double SECONDS = 60;

    private final PathViewModel model;
    private final Controls controls;
    private final VBox box = new VBox(4);
    private ViewerColours colours;

    Legend(PathViewModel model, Controls controls, ViewerColours first) {
        this.model = model;
        this.controls = controls;
        this.colours = first;
        box.getStyleClass().add("path-legend");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setMouseTransparent(true);
        model.classes().subscribe(_ -> show());
        model.travel().subscribe(_ -> show());
    }

    Node node() {
        return box;
    }

    void in(ViewerColours theme) {
        if (theme != colours) {
            colours = theme;
            show();
        }
    }

    private void show() {
        box.getChildren().clear();
        PathClasses classes = model.classes().get();
        switch (classes.by()) {
            case KIND -> kinds();
            case SPEED -> {
                boolean mill = model.program().file().dialect() == Dialect.GRBL;
                title(mill ? "toolpath.legend-mm-min" : "toolpath.legend-mm-s");
                classes.legend().forEach(entry -> row(PathClasses.colour(entry), controls.texts().formats()
                        .map(f -> f.number(mill ? entry.value() : entry.value() / SECONDS, 0))));
            }
            case LAYER_TIME -> {
                title("toolpath.legend-layer-time");
                classes.legend().forEach(entry -> row(PathClasses.colour(entry), controls.texts().formats()
                        .map(f -> time(f, entry.value()))));
            }
            case TOOL -> classes.legend().forEach(entry -> row(PathClasses.colour(entry),
                    controls.texts().of("toolpath.legend-tool", entry.number())));
            case FEATURE -> classes.legend().forEach(entry -> row(PathClasses.colour(entry), entry.name().isEmpty()
                    ? controls.texts().of("toolpath.legend-other")
                    : controls.texts().formats().map(_ -> entry.name())));
        }
    }

    private static String time(Formats f, double seconds) {
        return seconds < SECONDS
                ? f.number(seconds, 1) + "\u00a0s"
                : f.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private void kinds() {
        kind(MoveKind.EXTRUDE, "toolpath.kind-extrude");
        kind(MoveKind.FEED, "toolpath.kind-feed");
        kind(MoveKind.ARC, "toolpath.kind-arc");
        kind(MoveKind.RAPID, "toolpath.kind-rapid");
        kind(MoveKind.TRAVEL, "toolpath.kind-travel");
    }

    private void kind(MoveKind kind, String key) {
        if (model.program().kinds().contains(kind) && (kind.works() || model.travel().get())) {
            row(colours.path(true).done(kind), controls.texts().of(key));
        }
    }

    private void title(String key) {
        box.getChildren().add(controls.label(controls.texts().of(key), "hint"));
    }

    private void row(int colour, ObservableValue<String> text) {
        var sample = new Region();
        sample.getStyleClass().add("path-sample");
        sample.setStyle(String.format("-fx-background-color: #%06x;", colour & 0xffffff));
        Label label = controls.label(text);
        var row = new HBox(8, sample, label);
        row.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(row);
    }
}
