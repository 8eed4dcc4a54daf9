package org.commonwright.mesh;

import java.util.List;
import org.commonwright.task.Progress;

/// Where two revisions of a part differ: both surfaces, divided finely enough to show it, how far each point of either strays from
/// the other surface, and the regions in which they do.
///
/// @param before  the old surface
/// @param strayed of each of its points, mm to the new surface
/// @param after   the new surface
/// @param stray   of each of its points, mm to the old surface
/// @param regions the greatest deviation first
public record MeshChange(Mesh before, float[] strayed, Mesh after, float[] stray, List<ChangedRegion> regions) {
    private static final int MOST = 400_000;
    private static final double PARTS = 100;
    private static final double SAME = 2e-5;
    private static final double SAME_MM = 0.001;
    /// Beside a change of that many times its size, nobody looks for a smaller one.
    private static final double SMALLEST = 1.0 / 500;

    public MeshChange {
        regions = List.copyOf(regions);
    }

    public static MeshChange of(Mesh before, Mesh after, Progress progress) {
        return of(before, new TriangleTree(before), after, new TriangleTree(after), progress);
    }

    static MeshChange of(Mesh before, TriangleTree treeBefore, Mesh after, TriangleTree treeAfter, Progress progress) {
        double diagonal = before.bounds().union(after.bounds()).diagonal();
        Mesh old = MeshRefiner.refine(before, diagonal / PARTS, MOST, progress);
        Mesh now = MeshRefiner.refine(after, diagonal / PARTS, MOST, progress);
        float[] strayed = Deviation.ofPoints(old == before ? treeBefore : new TriangleTree(old), treeAfter, progress);
        float[] stray = Deviation.ofPoints(now == after ? treeAfter : new TriangleTree(now), treeBefore, progress);
        double least = Math.max(Math.max(SAME_MM, SAME * diagonal), SMALLEST * Math.max(worst(strayed), worst(stray)));
        return new MeshChange(old, strayed, now, stray,
                ChangedRegions.of(old, strayed, now, stray, least, diagonal / PARTS));
    }

    /// The greatest distance of a point to the other surface, mm.
    public double worst() {
        return Math.max(worst(strayed), worst(stray));
    }

    private static double worst(float[] distances) {
        float worst = 0;
        for (float distance : distances) {
            worst = Math.max(worst, distance);
        }
        return worst;
    }
}
