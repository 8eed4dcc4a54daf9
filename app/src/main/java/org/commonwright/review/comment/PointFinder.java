package org.commonwright.review.comment;

import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshComparer;
import org.commonwright.mesh.Placing;
import org.commonwright.mesh.SurfacePoint;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Finds a point of a model on another version of it. The same shape carries it along, wherever it was put; of another shape the point
/// is where the surface still is, and nowhere when the surface left it.
final class PointFinder {
    /// A curve in coarser triangles strays that far.
    private static final double NEAR_MM = 0.05;
    private static final double NEAR_PART = 5e-4;
    private static final double STILL = 1e-6;

    private final Mesh now;
    private final Optional<Placing> placing;

    /// @param then the version that the comment was made on, where it is here
    PointFinder(Mesh now, Optional<Mesh> then, Progress progress) {
        this.now = now;
        this.placing = then.flatMap(old -> MeshComparer.placing(old, now, progress));
    }

    /// @param path where the file is now
    /// @param blob what it is now
    Placement find(Anchor.Point was, RepoPath path, String blob) {
        if (placing.isPresent()) {
            double[] to = placing.get().of(was.x(), was.y(), was.z());
            var here = new Anchor.Point(path, blob, to[0], to[1], to[2]);
            return Math.hypot(Math.hypot(to[0] - was.x(), to[1] - was.y()), to[2] - was.z()) < NEAR_MM
                    ? Placement.kept(here)
                    : Placement.kept(here, Messages.Key.of("comments.point-moved"));
        }
        Optional<SurfacePoint> nearest = SurfacePoint.nearest(now, was.x(), was.y(), was.z());
        double near = Math.max(NEAR_MM, NEAR_PART * now.bounds().diagonal());
        if (nearest.isEmpty() || nearest.get().distance() > near) {
            return Placement.gone(was, nearest.isEmpty()
                    ? Messages.Key.of("comments.point-nothing")
                    : Messages.Key.of("comments.point-gone", Math.round(nearest.get().distance() * 100) / 100.0));
        }
        SurfacePoint on = nearest.get();
        var here = new Anchor.Point(path, blob, on.x(), on.y(), on.z());
        return on.distance() < STILL
                ? Placement.kept(here)
                : Placement.kept(here, Messages.Key.of("comments.point-near"));
    }
}
