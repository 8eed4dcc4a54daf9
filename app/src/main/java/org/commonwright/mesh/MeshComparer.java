package org.commonwright.mesh;

import java.util.Arrays;
import java.util.List;
import org.commonwright.mesh.MeshComparison.Verdict;
import org.commonwright.task.Progress;

/// Compares two revisions of a part by their surfaces.
public final class MeshComparer {
    /// Surfaces nearer than this are the same: what six digits of an STL text lose on a part of some 100 mm.
    private static final double SAME_MM = 0.001;
    private static final double SAME_PART = 2e-5;
    private static final double[] UNTURNED = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private final Mesh a;
    private final Mesh b;
    private final MeshMeasures before;
    private final MeshMeasures after;
    private final Progress progress;
    private final double same;
    private final double finest;
    private final TriangleTree treeA;
    private final TriangleTree treeB;

    private MeshComparer(Mesh a, Mesh b, Progress progress) {
        this.a = a;
        this.b = b;
        this.progress = progress;
        before = MeshMeasures.of(a);
        after = MeshMeasures.of(b);
        double diagonal = a.bounds().union(b.bounds()).diagonal();
        same = Math.max(SAME_MM, SAME_PART * diagonal);
        finest = Math.max(same, diagonal / 500);
        treeA = new TriangleTree(a);
        treeB = new TriangleTree(b);
    }

    public static MeshComparison compare(Mesh before, Mesh after, Progress progress) {
        return new MeshComparer(before, after, progress).compare();
    }

    /// For each point of `after` its distance to `before`, in mm: the colours of a deviation map.
    public static float[] deviations(Mesh before, Mesh after, Progress progress) {
        return Deviation.ofPoints(after, new TriangleTree(before), progress);
    }

    private MeshComparison compare() {
        if (sameTriangles()) {
            return result(Verdict.IDENTICAL, 0, List.of(), false, 0);
        }
        double deviation = both(a, treeA, b, treeB);
        if (deviation <= same) {
            return result(Verdict.RE_EXPORTED, deviation, List.of(), false, deviation);
        }
        if (sameSize()) {
            double[] shift = {after.centroidX() - before.centroidX(), after.centroidY() - before.centroidY(),
                    after.centroidZ() - before.centroidZ()};
            double aligned = aligned(UNTURNED, shift);
            if (aligned <= same) {
                return result(Verdict.MOVED, deviation, List.of(shift[0], shift[1], shift[2]), false, aligned);
            }
            for (double[] turn : Turns.candidates(a, before, b, after)) {
                double turned = aligned(turn, shift);
                if (turned <= 2 * same) {
                    return result(Verdict.MOVED, deviation, List.of(shift[0], shift[1], shift[2]), true, turned);
                }
            }
        }
        return result(Verdict.RESHAPED, deviation, List.of(), false, deviation);
    }

    private MeshComparison result(Verdict verdict, double deviation, List<Double> movedBy, boolean turned,
            double aligned) {
        return new MeshComparison(verdict, before, after, deviation, movedBy, turned, aligned);
    }

    private boolean sameTriangles() {
        return a.format() == b.format() && Arrays.equals(a.pointArray(), b.pointArray())
                && Arrays.equals(a.cornerArray(), b.cornerArray());
    }

    /// Moving and turning keep area and volume; this spares the search for a movement when they differ.
    private boolean sameSize() {
        double slack = 1e-3 + same;
        double area = Math.abs(before.area() - after.area()) / Math.max(before.area(), 1e-9);
        double volume = Math.abs(before.volume() - after.volume()) / Math.max(Math.abs(before.volume()), 1e-9);
        return area < slack && volume < slack;
    }

    /// The deviation once `a` is turned about its centroid and shifted.
    private double aligned(double[] turn, double[] shift) {
        double cx = before.centroidX();
        double cy = before.centroidY();
        double cz = before.centroidZ();
        Mesh there = a.moved(turn, cx + shift[0] - (turn[0] * cx + turn[1] * cy + turn[2] * cz),
                cy + shift[1] - (turn[3] * cx + turn[4] * cy + turn[5] * cz),
                cz + shift[2] - (turn[6] * cx + turn[7] * cy + turn[8] * cz));
        if (cornersOff(there)) {
            return Double.POSITIVE_INFINITY;
        }
        return both(there, new TriangleTree(there), b, treeB);
    }

    /// Whether some points already show that the surfaces do not lie on each other: cheap, and true for most attempts.
    private boolean cornersOff(Mesh there) {
        TriangleTree.Search search = treeB.new Search();
        int step = Math.max(1, there.points() / 200);
        for (int p = 0; p < there.points(); p += step) {
            if (search.distance2(there.x(p), there.y(p), there.z(p)) > 4 * same * same) {
                return true;
            }
        }
        return false;
    }

    private double both(Mesh m, TriangleTree treeM, Mesh n, TriangleTree treeN) {
        double one = Deviation.of(m, treeN, 0, finest, progress);
        return Deviation.of(n, treeM, one, finest, progress);
    }
}
