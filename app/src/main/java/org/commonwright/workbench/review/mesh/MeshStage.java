package org.commonwright.workbench.review.mesh;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.commonwright.mesh.ChangedRegion;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.Pins;
import org.commonwright.workbench.viewer.Viewer3D;

/// Two viewers that turn together, placed as the mode wants it.
final class MeshStage {
    static final double HEIGHT = 340;
    private static final double GAP = 8;

    private final MeshReviewModel model;
    private final Viewer3D first;
    private final Viewer3D second;
    private final Region line = new Region();
    private final StackPane place = new StackPane();
    private double farther = 1;

    /// @param tasks quiet ones
    MeshStage(MeshReviewModel model, Controls controls, Tasks tasks, String name, Pins pins) {
        this.model = model;
        var scenes = new MeshScenes(model, pins);
        first = new Viewer3D(controls, controls.texts().of("meshes.viewer-before", name), tasks);
        second = new Viewer3D(controls, controls.texts().of("meshes.viewer-after", name), tasks);
        first.camera().subscribe(second::look);
        second.camera().subscribe(first::look);
        first.show(model.pair().box(), scenes::first);
        second.show(model.pair().box(), scenes::second);
        pins.join(first, model.pair().surface(), () -> first.update(scenes::first));
        pins.join(second, model.pair().surface(), () -> second.update(scenes::second));
        line.getStyleClass().add("swipe-line");
        line.setMouseTransparent(true);
        line.setMaxWidth(2);
        line.setManaged(false);
        place.setMinHeight(HEIGHT);
        place.setPrefHeight(HEIGHT);
        place.setMinWidth(0);
        model.mode().subscribe(_ -> {
            arrange();
            stepBack();
            first.update(scenes::first);
        });
        model.share().subscribe(_ -> slide());
        place.layoutBoundsProperty().subscribe(_ -> slide());
        model.region().subscribe(region -> {
            first.update(scenes::first);
            second.update(scenes::second);
            if (region != null) {
                turnTo(region);
            }
        });
    }

    Node node() {
        return place;
    }

    private void turnTo(ChangedRegion region) {
        first.lookAt(region.box(), model.pair().box().diagonal() / 10, region.normalX(), region.normalY(),
                region.normalZ());
    }

    private void arrange() {
        MeshMode mode = model.mode().get();
        second.bare(mode.slides());
        first.cover(mode.slides() ? List.of(second.node(), line) : List.of());
        switch (mode) {
            case OVERLAY, MAP, SWIPE, ONION -> place.getChildren().setAll(first.node());
            case SIDE -> {
                var row = new HBox(GAP, first.node(), second.node());
                HBox.setHgrow(first.node(), Priority.ALWAYS);
                HBox.setHgrow(second.node(), Priority.ALWAYS);
                place.getChildren().setAll(row);
            }
        }
        slide();
    }

    /// Side by side each has half the width: they are seen from so much farther that no side is cut off, and nearer again after it.
    private void stepBack() {
        double half = (place.getWidth() - GAP) / 2 / place.getHeight();
        double wanted = model.mode().get() == MeshMode.SIDE && half > 0 ? Math.max(1, 1 / half) : 1;
        if (wanted != farther) {
            first.look(first.camera().get().zoom(farther / wanted));
            farther = wanted;
        }
    }

    private void slide() {
        MeshMode mode = model.mode().get();
        double x = model.share().get() * place.getWidth();
        line.setVisible(mode == MeshMode.SWIPE);
        line.resizeRelocate(x - 1, 0, 2, place.getHeight());
        second.node().setClip(mode == MeshMode.SWIPE
                ? new Rectangle(x, 0, Math.max(0, place.getWidth() - x), place.getHeight())
                : null);
        second.node().setOpacity(mode == MeshMode.ONION ? model.share().get() : 1);
    }
}
