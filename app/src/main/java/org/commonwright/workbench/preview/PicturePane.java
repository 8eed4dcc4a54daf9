package org.commonwright.workbench.preview;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/// A picture, as large as fits and never larger than it is.
public final class PicturePane {
    private static final double PIN = 7;

    private PicturePane() {}

    /// @param name what a screen reader says
    public static Node of(Image image, String name, PictureMarks marks) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(name);
        var pins = new Pane();
        pins.setPickOnBounds(false);
        var pane = new Pane(view, pins) {
            @Override
            protected void layoutChildren() {
                double scale = Math.min(1, Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight()));
                view.setFitWidth(image.getWidth() * scale);
                view.setFitHeight(image.getHeight() * scale);
                view.relocate((getWidth() - view.getFitWidth()) / 2, (getHeight() - view.getFitHeight()) / 2);
                for (int i = 0; i < pins.getChildren().size(); i++) {
                    Point2D at = marks.shown().get(i);
                    pins.getChildren().get(i).relocate(view.getLayoutX() + at.getX() * view.getFitWidth() - PIN,
                            view.getLayoutY() + at.getY() * view.getFitHeight() - PIN);
                }
            }
        };
        marks.follow(pane, () -> {
            pins.getChildren().setAll(marks.circles(PIN));
            pane.requestLayout();
        });
        view.setOnContextMenuRequested(e -> {
            marks.point(new Point2D(e.getX() / view.getFitWidth(), e.getY() / view.getFitHeight()), view,
                    e.getScreenX(), e.getScreenY());
            e.consume();
        });
        pane.setMinSize(0, 0);
        pane.setPrefSize(320, 240);
        var size = new Label((int) image.getWidth() + " × " + (int) image.getHeight());
        size.getStyleClass().addAll("hint", "small-text");
        var box = new BorderPane(pane);
        box.setBottom(size);
        box.getStyleClass().add("padded");
        return box;
    }
}
