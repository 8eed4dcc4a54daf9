package org.commonwright.workbench.review.comments;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;

/// The open comments on places of a picture, and pointing at more.
public final class PicturePins {
    private final RepoPath path;
    private final CommentsViewModel model;
    private final PlaceMenu menu;

    PicturePins(RepoPath path, CommentsViewModel model, PlaceMenu menu) {
        this.path = path;
        this.model = model;
        this.menu = menu;
    }

    /// Where they are, in parts of width and height from the upper left.
    public List<Point2D> shown() {
        return model.threads().stream().filter(thread -> thread.thread().isOpen() && !thread.place().isGone())
                .flatMap(thread -> thread.at() instanceof Anchor.Picture(var at, _, var across, var down)
                        && at.equals(path) ? Stream.of(new Point2D(across, down)) : Stream.empty())
                .toList();
    }

    /// Calls `changed` now and whenever they change, as long as the view is there.
    public void follow(Node view, Runnable changed) {
        Following.threads(model, view, changed);
    }

    /// Somebody points at a place.
    public void point(Point2D at, Node view, double screenX, double screenY) {
        menu.show(CommentTarget.picture(path, Math.clamp(at.getX(), 0, 1), Math.clamp(at.getY(), 0, 1)), view, screenX,
                screenY);
    }
}
