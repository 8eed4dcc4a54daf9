package org.commonwright.mesh;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonwright.mesh.MeshComparison.Verdict;
import org.commonwright.task.Parallel;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Compares two revisions of a part by their surfaces.
public final class MeshComparer {
    /// Surfaces nearer than this are the same: what six digits of an STL text lose on a part of some 100 mm.
    private static final double SAME_MM = 0.001;
    private static final double SAME_PART = 2e-5;
    private static final double SAME_PART_SMALL = 1e-3;
    private static final double[] NOWHERE = {};
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

    /// Where each point of `before` is on `after`, when both are the same shape: as it was, moved, turned, mirrored or scaled. Empty when the
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
            return result(Verdict.IDENTICAL, 0, NOWHERE, false, 0, null);
        }
        double deviation = both(treeA);
        if (deviation <= same) {
            return result(Verdict.RE_EXPORTED, deviation, NOWHERE, false, deviation, null);
        }
        MeshComparison placed = sameSize() ? placed(deviation) : null;
        return placed == null ? scaled(deviation) : placed;
    }

    /// A part that is the same once it is moved, turned or mirrored; null when none of these fits. A part that is its own mirror image
    /// was moved, whichever way it went.
    private @Nullable MeshComparison placed(double deviation) {
        var attempts = new Alignment(a, before, treeA, b, after, treeB, finest, progress);
        double[] shift = {after.centroidX() - before.centroidX(), after.centroidY() - before.centroidY(),
                after.centroidZ() - before.centroidZ()};
        double aligned = attempts.turned(UNTURNED, same);
        if (aligned <= same) {
            placing = attempts.placing();
            return result(Verdict.MOVED, deviation, shift, false, aligned, null);
        }
        Turns ways = Turns.between(a, before, b, after);
        for (double[] turn : ways.turns()) {
            double turned = attempts.turned(turn, 2 * same);
            if (turned <= 2 * same) {
                placing = attempts.placing();
                return result(Verdict.MOVED, deviation, shift, true, turned, null);
            }
        }
        for (double[] mirror : ways.mirrors()) {
            double mirrored = attempts.turned(mirror, 2 * same);
            if (mirrored <= 2 * same) {
                placing = attempts.placing();
                MirrorPlane plane = MirrorPlane.of(mirror, before, after);
                return result(Verdict.MIRRORED, deviation, plane.along(shift), MirrorPlane.turns(mirror), mirrored,
                        plane);
            }
        }
        return null;
    }

    /// A part that was scaled is so about any point: the factors follow from the two boxes, and so does where it lies.
    private MeshComparison scaled(double deviation) {
        // A part in metres that was read in mm is smaller than what otherwise counts as nothing.
        double size = b.bounds().diagonal();
        double slack = Math.max(Math.min(SAME_MM, SAME_PART_SMALL * size), SAME_PART * size);
        Scaling by = Scaling.between(a.bounds(), b.bounds(), slack);
        if (by != null) {
            double[] shift = {b.bounds().minX() - by.x() * a.bounds().minX(),
                    b.bounds().minY() - by.y() * a.bounds().minY(), b.bounds().minZ() - by.z() * a.bounds().minZ()};
            var attempt = new Alignment(a, before, treeA, b, after, treeB, finest, progress);
            double aligned = attempt.placed(by.matrix(), shift, slack);
            if (aligned <= slack) {
                placing = attempt.placing();
                return new MeshComparison(Verdict.SCALED, before, after, deviation, List.of(), false, aligned, by,
                        null, List.of());
            }
        }
        return new MeshComparison(Verdict.RESHAPED, before, after, deviation, List.of(), false, deviation, null,
                null, MeshChange.of(a, treeA, b, treeB, progress).regions());
    }

    private MeshComparison result(Verdict verdict, double deviation, double[] movedBy, boolean turned, double aligned,
            @Nullable MirrorPlane plane) {
        return new MeshComparison(verdict, before, after, deviation, Arrays.stream(movedBy).boxed().toList(), turned,
                aligned, null, plane, List.of());
    }

    private boolean sameTriangles() {
        return a.format() == b.format() && Arrays.equals(a.pointArray(), b.pointArray())
                && Arrays.equals(a.cornerArray(), b.cornerArray());
    }

    /// Moving, turning and mirroring keep area and volume; this spares the search when they differ. Which way the faces look does not
    /// matter here: a mirror image made by a negative factor is inside out.
    private boolean sameSize() {
        double slack = 1e-3 + same;
        double area = Math.abs(before.area() - after.area()) / Math.max(before.area(), 1e-9);
        double volume = Math.abs(Math.abs(before.volume()) - Math.abs(after.volume()))
                / Math.max(Math.abs(before.volume()), 1e-9);
        return area < slack && volume < slack;
    }

    /// The greatest distance between a surface and `b`, both ways.
    private double both(TriangleTree there) {
        double one = Deviation.of(there, treeB, 0, finest, progress);
        return Deviation.of(treeB, there, one, finest, progress);
    }
}
