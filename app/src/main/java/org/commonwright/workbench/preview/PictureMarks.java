package org.commonwright.workbench.preview;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.Circle;

/// Marks on a picture, and pointing at it.
public interface PictureMarks {
    /// No marks, and nobody asks what is pointed at.
    PictureMarks NONE = new PictureMarks() {
        @Override
        public List<Point2D> shown() {
            return List.of();
        }

        @Override
        public List<Circle> circles(double radius) {
            return List.of();
        }

        @Override
        public void follow(Node view, Runnable changed) {}

        @Override
        public void point(Point2D at, Node view, double screenX, double screenY) {}
    };

    /// Where they are, in parts of width and height from the upper left.
    List<Point2D> shown();

    /// The marks themselves, in the same order; a click on one shows what it marks.
    ///
    /// @param radius px
    List<Circle> circles(double radius);

    /// Calls `changed` now and whenever they change, as long as the view is there.
    void follow(Node view, Runnable changed);

    /// Somebody points at a place.
    ///
    /// @param screenX where a menu may open
    void point(Point2D at, Node view, double screenX, double screenY);
}
