package org.commonwright.workbench.review.mesh;

import java.util.List;
import org.commonwright.mesh.ChangedRegion;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshChange;
import org.commonwright.model.Bounds;
import org.commonwright.raster.MeshModel;
import org.commonwright.task.Progress;

/// Two revisions of a mesh, ready to be drawn in every mode.
///
/// @param before  as it was
/// @param after   as it would be
/// @param gone    as it was, marked where the new one has nothing
/// @param added   as it would be, marked where the old one had nothing
/// @param map     as it would be, marked by its distance to the old one
/// @param worst   the greatest of these distances, mm
/// @param regions where they differ, the greatest deviation first
/// @param surface as it would be, to be pointed at
public record MeshPair(MeshModel before, MeshModel after, MeshModel gone, MeshModel added, MeshModel map, double worst,
        List<ChangedRegion> regions, Mesh surface) {
    /// A stray of that part of the worst is coloured in full in the overlay: what counts there is whether, not how far.
    private static final float WHETHER = 1f / 40;
    private static final float LEAST = 1e-4f;

    public MeshPair {
        regions = List.copyOf(regions);
    }

    public static MeshPair of(Mesh before, Mesh after, Progress progress) {
        MeshChange change = MeshChange.of(before, after, progress);
        var old = MeshModel.of(change.before(), false);
        var now = MeshModel.of(change.after(), false);
        float worst = Math.max(LEAST, (float) change.worst());
        return new MeshPair(old, now, old.marked(change.strayed(), worst * WHETHER),
                now.marked(change.stray(), worst * WHETHER), now.marked(change.stray(), worst), change.worst(),
                change.regions(), after);
    }

    Bounds box() {
        return before.bounds().union(after.bounds());
    }
}
