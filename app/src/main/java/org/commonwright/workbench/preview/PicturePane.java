package org.commonwright.workbench.preview;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/// A picture, as large as fits and never larger than it is.
public final class PicturePane {
    private PicturePane() {}

    /// @param name what a screen reader says
    public static Node of(Image image, String name) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(name);
        var pane = new Pane(view) {
            @Override
            protected void layoutChildren() {
                double scale = Math.min(1, Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight()));
                view.setFitWidth(image.getWidth() * scale);
                view.setFitHeight(image.getHeight() * scale);
                view.relocate((getWidth() - view.getFitWidth()) / 2, (getHeight() - view.getFitHeight()) / 2);
            }
        };
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
