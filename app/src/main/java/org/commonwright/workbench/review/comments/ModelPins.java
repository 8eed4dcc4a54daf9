package org.commonwright.workbench.review.comments;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.commonwright.mesh.SurfacePoint;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.workbench.viewer.Pins;

/// The open comments on points of a model.
final class ModelPins implements Pins {
    private final RepoPath path;
    private final CommentsViewModel model;
    private final PlaceMenu menu;

    ModelPins(RepoPath path, CommentsViewModel model, PlaceMenu menu) {
        this.path = path;
        this.model = model;
        this.menu = menu;
    }

    @Override
    public List<SurfacePoint> shown() {
        return model.threads().stream().filter(thread -> thread.thread().isOpen() && !thread.place().isGone())
                .flatMap(thread -> thread.at() instanceof Anchor.Point(var at, _, var x, var y, var z)
                        && at.equals(path) ? Stream.of(new SurfacePoint(x, y, z, 0)) : Stream.empty())
                .toList();
    }

    @Override
    public void follow(Node view, Runnable changed) {
        Following.threads(model, view, changed);
    }

    @Override
    public void point(SurfacePoint at, Node view, double screenX, double screenY) {
        menu.show(CommentTarget.point(path, at.x(), at.y(), at.z()), view, screenX, screenY);
    }
}
