package org.commonwright.workbench.review.comments;

import java.util.Comparator;
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
        return marks().map(ModelPins::point).toList();
    }

    private Stream<PlacedThread> marks() {
        return model.threads().stream().filter(thread -> thread.thread().isOpen() && !thread.place().isGone()
                && thread.at() instanceof Anchor.Point(var at, _, _, _, _) && at.equals(path));
    }

    private static SurfacePoint point(PlacedThread thread) {
        var at = (Anchor.Point) thread.at();
        return new SurfacePoint(at.x(), at.y(), at.z(), 0);
    }

    @Override
    public void click(double[] from, double[] along, double near) {
        marks().filter(thread -> off(point(thread), from, along) <= near)
                .min(Comparator.comparingDouble(thread -> off(point(thread), from, along))).ifPresent(model::show);
    }

    /// How far a point is from a ray, mm.
    private static double off(SurfacePoint p, double[] from, double[] along) {
        double[] to = {p.x() - from[0], p.y() - from[1], p.z() - from[2]};
        double length = Math.sqrt(along[0] * along[0] + along[1] * along[1] + along[2] * along[2]);
        double ahead = (to[0] * along[0] + to[1] * along[1] + to[2] * along[2]) / length;
        double whole = to[0] * to[0] + to[1] * to[1] + to[2] * to[2];
        return Math.sqrt(Math.max(0, whole - ahead * ahead));
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
