package org.commonwright.workbench.review.mesh;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;
import org.commonwright.workbench.viewer.ViewerColours;

/// What the colours of the mode mean, with a scale in mm for the map; or the slider, for modes that have one.
final class MeshLegend {
    private static final double BAR = 180;

    private final MeshReviewModel model;
    private final MeshSides sides;
    private final Controls controls;
    private final StackPane place = new StackPane();
    private boolean dark;

    MeshLegend(MeshReviewModel model, MeshSides sides, Controls controls) {
        this.model = model;
        this.sides = sides;
        this.controls = controls;
        place.setAlignment(Pos.CENTER_LEFT);
        model.mode().subscribe(_ -> show());
        Theme.dark(place).subscribe(now -> {
            dark = now;
            show();
        });
    }

    Node node() {
        return place;
    }

    private void show() {
        ViewerColours c = ViewerColours.of(dark);
        place.getChildren().setAll(switch (model.mode().get()) {
            case OVERLAY -> row(swatch(c.zAxis()), controls.label(sides.onlySecondKey()), swatch(c.tool()),
                    controls.label(sides.onlyFirstKey()));
            case MAP -> scale(c);
            case SIDE -> row(controls.label(sides.besidesKey()));
            case SWIPE, ONION -> slider();
        });
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region swatch(int argb) {
        var square = new Region();
        square.setMinSize(12, 12);
        square.setMaxSize(12, 12);
        square.setStyle("-fx-background-color: " + css(argb) + ";");
        return square;
    }

    private static String css(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    /// Strengths are marked by their root, so the middle of the bar is a quarter of its end.
    private Node scale(ViewerColours c) {
        var bar = new Region();
        bar.setMinSize(BAR, 12);
        bar.setMaxSize(BAR, 12);
        bar.setStyle("-fx-background-color: linear-gradient(to right, " + css(c.solid()) + ", " + css(c.mark()) + ");");
        var ticks = new HBox(tick(0), Controls.spring(), tick(model.pair().worst() / 4), Controls.spring(),
                tick(model.pair().worst()));
        ticks.setMaxWidth(BAR + 40);
        ticks.setMinWidth(BAR + 40);
        var ruler = new VBox(2, bar, ticks);
        ruler.setAlignment(Pos.CENTER);
        return row(controls.label("meshes.distance"), ruler);
    }

    private Label tick(double mm) {
        return controls.label(controls.texts().formats()
                .flatMap(f -> controls.texts().of("meshes.mm", f.number(mm, mm == 0 ? 0 : mm < 1 ? 3 : 2))), "hint");
    }

    private Node slider() {
        var slider = new Slider(0, 1, model.share().get());
        slider.setPrefWidth(BAR);
        slider.setBlockIncrement(0.1);
        slider.valueProperty().bindBidirectional(model.share());
        controls.name(slider, controls.texts().of("meshes.share"));
        boolean swipe = model.mode().get() == MeshMode.SWIPE;
        return row(controls.label(sides.firstKey()), slider, controls.label(sides.secondKey()),
                controls.label(controls.texts().of(swipe ? "meshes.swipe-hint" : "meshes.onion-hint"), "hint"));
    }
}
