package org.commonwright.mesh;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonwright.mesh.MeshComparison.Verdict;
import org.commonwright.task.Parallel;
import org.commonwright.task.Progress;

/// Compares two revisions of a part by their surfaces.
public final class MeshComparer {
    /// Surfaces nearer than this are the same: what six digits of an STL text lose on a part of some 100 mm.
    private static final double SAME_MM = 0.001;
    private static final double SAME_PART = 2e-5;
    private static final double SAME_PART_SMALL = 1e-3;
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
    /// How `a` was laid on `b`, once it was.
    private Placing placing = Placing.NONE;

    private MeshComparer(Mesh a, Mesh b, Progress progress) {
        this.a = a;
        this.b = b;
        this.progress = progress;
        double diagonal = a.bounds().union(b.bounds()).diagonal();
        same = Math.max(SAME_MM, SAME_PART * diagonal);
        finest = Math.max(same, diagonal / 500);
        Side[] sides = new Side[2];
        Parallel.forEach(List.of(0, 1), 2, progress, (i, _) -> sides[i] = Side.of(i == 0 ? a : b));
        before = sides[0].measures();
        after = sides[1].measures();
        treeA = sides[0].tree();
        treeB = sides[1].tree();
    }

    /// What is needed of each of the two.
    private record Side(MeshMeasures measures, TriangleTree tree) {
        static Side of(Mesh mesh) {
            return new Side(MeshMeasures.of(mesh), new TriangleTree(mesh));
        }
    }

    public static MeshComparison compare(Mesh before, Mesh after, Progress progress) {
        return new MeshComparer(before, after, progress).compare();
    }

    /// Where each point of `before` is on `after`, when both are the same shape: as it was, moved, turned or scaled. Empty when the
    /// shape is another.
    public static Optional<Placing> placing(Mesh before, Mesh after, Progress progress) {
        var comparer = new MeshComparer(before, after, progress);
        return comparer.compare().verdict() == Verdict.RESHAPED ? Optional.empty() : Optional.of(comparer.placing);
    }

    /// For each point of `after` its distance to `before`, in mm: the colours of a deviation map.
    public static float[] deviations(Mesh before, Mesh after, Progress progress) {
        return Deviation.ofPoints(new TriangleTree(after), new TriangleTree(before), progress);
    }

    private MeshComparison compare() {
        if (sameTriangles()) {
            return result(Verdict.IDENTICAL, 0, List.of(), false, 0);
        }
        double deviation = both(treeA);
        if (deviation <= same) {
            return result(Verdict.RE_EXPORTED, deviation, List.of(), false, deviation);
        }
        if (sameSize()) {
            double[] shift = {after.centroidX() - before.centroidX(), after.centroidY() - before.centroidY(),
                    after.centroidZ() - before.centroidZ()};
            double aligned = turned(UNTURNED, shift);
            if (aligned <= same) {
                return result(Verdict.MOVED, deviation, List.of(shift[0], shift[1], shift[2]), false, aligned);
            }
            for (double[] turn : Turns.candidates(a, before, b, after)) {
                double turned = turned(turn, shift);
                if (turned <= 2 * same) {
                    return result(Verdict.MOVED, deviation, List.of(shift[0], shift[1], shift[2]), true, turned);
                }
            }
        }
        return scaled(deviation);
    }

    /// A part that was scaled is so about any point: the factors follow from the two boxes, and so does where it lies.
    private MeshComparison scaled(double deviation) {
        // A part in metres that was read in mm is smaller than what otherwise counts as nothing.
        double size = b.bounds().diagonal();
        double slack = Math.max(Math.min(SAME_MM, SAME_PART_SMALL * size), SAME_PART * size);
        Scaling by = Scaling.between(a.bounds(), b.bounds(), slack);
        if (by != null) {
            double aligned = placed(by.matrix(), b.bounds().minX() - by.x() * a.bounds().minX(),
                    b.bounds().minY() - by.y() * a.bounds().minY(), b.bounds().minZ() - by.z() * a.bounds().minZ(),
                    slack);
            if (aligned <= slack) {
                return new MeshComparison(Verdict.SCALED, before, after, deviation, List.of(), false, aligned, by,
                        List.of());
            }
        }
        return new MeshComparison(Verdict.RESHAPED, before, after, deviation, List.of(), false, deviation, null,
                MeshChange.of(a, treeA, b, treeB, progress).regions());
    }

    private MeshComparison result(Verdict verdict, double deviation, List<Double> movedBy, boolean turned,
            double aligned) {
        return new MeshComparison(verdict, before, after, deviation, movedBy, turned, aligned, null, List.of());
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
    private double turned(double[] turn, double[] shift) {
        double cx = before.centroidX();
        double cy = before.centroidY();
        double cz = before.centroidZ();
        return placed(turn, cx + shift[0] - (turn[0] * cx + turn[1] * cy + turn[2] * cz),
                cy + shift[1] - (turn[3] * cx + turn[4] * cy + turn[5] * cz),
                cz + shift[2] - (turn[6] * cx + turn[7] * cy + turn[8] * cz), same);
    }

    /// The deviation once every point of `a` went through a matrix and was shifted; endless when a few points already show that
    /// the surfaces do not lie on each other, which is cheap and true for most attempts.
    private double placed(double[] matrix, double dx, double dy, double dz, double slack) {
        TriangleTree.Search search = treeB.new Search();
        int step = Math.max(1, a.points() / 200);
        for (int p = 0; p < a.points(); p += step) {
            double x = a.x(p);
            double y = a.y(p);
            double z = a.z(p);
            if (search.distance2(matrix[0] * x + matrix[1] * y + matrix[2] * z + dx,
                    matrix[3] * x + matrix[4] * y + matrix[5] * z + dy,
                    matrix[6] * x + matrix[7] * y + matrix[8] * z + dz) > 4 * slack * slack) {
                return Double.POSITIVE_INFINITY;
            }
        }
        placing = new Placing(matrix, dx, dy, dz);
        return both(treeA.moved(matrix, dx, dy, dz));
    }

    /// The greatest distance between a surface and `b`, both ways.
    private double both(TriangleTree there) {
        double one = Deviation.of(there, treeB, 0, finest, progress);
        return Deviation.of(treeB, there, one, finest, progress);
    }
}
