package org.commonwright.workbench.viewer;

import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.geometry.VPos;
import org.commonwright.raster.Camera;
import org.commonwright.raster.ViewCube;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The cube in the viewer's corner: it turns with the scene, and a click on a face, an edge or a corner looks from there.
final class CubeView {
    private static final double SIZE = 96;
    /// Pixels from the cube's middle to a face's: a corner, √3 times as far, still fits.
    private static final double UNIT = 26;
    private static final double LETTERS = 10;
    private static final double NAMED = 0.35;

    private final ViewerViewModel model;
    private final Controls controls;
    private final Canvas canvas = new Canvas(SIZE, SIZE);
    private boolean dark;

    CubeView(ViewerViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        controls.name(canvas, controls.texts().of("workbench.viewer-cube"));
        canvas.setId("view-cube");
        canvas.setOnMouseClicked(e -> {
            @Nullable
            Camera there = ViewCube.clicked(model.camera().get(), (e.getX() - SIZE / 2) / UNIT,
                    (e.getY() - SIZE / 2) / UNIT);
            if (there != null) {
                model.lookFrom(there);
                e.consume();
            }
        });
        model.camera().subscribe(_ -> draw());
        controls.texts().messages().subscribe(_ -> draw());
    }

    Canvas node() {
        return canvas;
    }

    void dark(boolean now) {
        dark = now;
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, SIZE, SIZE);
        g.setFont(Font.font(LETTERS));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        List<ViewCube.Face> faces = ViewCube.faces(model.camera().get());
        for (ViewCube.Face face : faces) {
            double[] x = places(face.x());
            double[] y = places(face.y());
            g.setFill(Color.gray(dark ? 0.22 + 0.16 * face.light() : 0.78 + 0.16 * face.light(), 0.94));
            g.fillPolygon(x, y, x.length);
            g.setStroke(Color.gray(dark ? 0.5 : 0.55));
            g.strokePolygon(x, y, x.length);
        }
        // A face that is seen from the side has no room for its name.
        g.setFill(Color.gray(dark ? 0.92 : 0.2));
        faces.stream().filter(face -> face.light() > NAMED)
                .forEach(face -> g.fillText(controls.texts().now(name(face.side())), middle(face.x()), middle(face.y()),
                        1.5 * UNIT));
    }

    private static double[] places(double[] onCube) {
        return Arrays.stream(onCube).map(place -> SIZE / 2 + UNIT * place).toArray();
    }

    private static double middle(double[] onCube) {
        return Arrays.stream(places(onCube)).average().orElse(0);
    }

    private static String name(ViewCube.Side side) {
        return switch (side) {
            case RIGHT -> "workbench.cube-right";
            case LEFT -> "workbench.cube-left";
            case BACK -> "workbench.cube-back";
            case FRONT -> "workbench.cube-front";
            case TOP -> "workbench.cube-top";
            case BOTTOM -> "workbench.cube-bottom";
        };
    }
}
