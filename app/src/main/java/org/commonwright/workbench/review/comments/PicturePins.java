package org.commonwright.workbench.review.comments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Circle;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.workbench.preview.PictureMarks;

/// The open comments on places of a picture, and pointing at more.
public final class PicturePins implements PictureMarks {
    private final RepoPath path;
    private final CommentsViewModel model;
    private final PlaceMenu menu;

    PicturePins(RepoPath path, CommentsViewModel model, PlaceMenu menu) {
        this.path = path;
        this.model = model;
        this.menu = menu;
    }

    /// Where they are, in parts of width and height from the upper left.
    @Override
    public List<Point2D> shown() {
        return marks().map(thread -> (Anchor.Picture) thread.at())
                .map(place -> new Point2D(place.across(), place.down())).toList();
    }

    private Stream<PlacedThread> marks() {
        return model.threads().stream().filter(thread -> thread.thread().isOpen() && !thread.place().isGone()
                && thread.at() instanceof Anchor.Picture(var at, _, _, _) && at.equals(path));
    }

    /// Marks to be put on a picture, in the order of [#shown]; a click on one shows its thread.
    ///
    /// @param radius px
    @Override
    public List<Circle> circles(double radius) {
        List<PlacedThread> marks = marks().toList();
        return IntStream.range(0, marks.size()).mapToObj(i -> {
            var circle = new Circle(radius);
            circle.getStyleClass().add("comment-pin");
            circle.setCursor(Cursor.HAND);
            circle.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY) {
                    show(i);
                    e.consume();
                }
            });
            return circle;
        }).toList();
    }

    /// Shows the thread of a mark.
    ///
    /// @param mark which of [#shown], from 0
    public void show(int mark) {
        List<PlacedThread> marks = marks().toList();
        if (mark < marks.size()) {
            model.show(marks.get(mark));
        }
    }

    /// Calls `changed` now and whenever they change, as long as the view is there.
    @Override
    public void follow(Node view, Runnable changed) {
        Following.threads(model, view, changed);
    }

    /// Somebody points at a place.
    @Override
    public void point(Point2D at, Node view, double screenX, double screenY) {
        menu.show(CommentTarget.picture(path, Math.clamp(at.getX(), 0, 1), Math.clamp(at.getY(), 0, 1)), view, screenX,
                screenY);
    }
}
