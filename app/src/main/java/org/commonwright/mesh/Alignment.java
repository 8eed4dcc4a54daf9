package org.commonwright.mesh;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.task.Progress;

/// Lays one surface onto another and asks whether they then are the same. Most attempts are wrong, and a few points show it; a point
/// that showed it only after a long search is asked first in every later attempt, so that parts which are almost the same from
/// several sides cost one long search and not one for each side.
final class Alignment {
    private static final int FIRST_LOOK = 200;

    private final Mesh a;
    private final Mesh b;
    private final double[] centreA;
    private final double[] centreB;
    private final TriangleTree treeA;
    private final TriangleTree treeB;
    private final TriangleTree.Search searchA;
    private final TriangleTree.Search searchB;
    private final double finest;
    private final Progress progress;
    private final List<double[]> witnessesA = new ArrayList<>();
    private final List<double[]> witnessesB = new ArrayList<>();
    private Placing placing = Placing.NONE;

    /// @param finest mm; how small pieces of a triangle may become while the greatest distance is searched for
    Alignment(Mesh a, MeshMeasures ofA, TriangleTree treeA, Mesh b, MeshMeasures ofB, TriangleTree treeB, double finest,
            Progress progress) {
        this.a = a;
        this.b = b;
        this.treeA = treeA;
        this.treeB = treeB;
        this.finest = finest;
        this.progress = progress;
        centreA = new double[]{ofA.centroidX(), ofA.centroidY(), ofA.centroidZ()};
        centreB = new double[]{ofB.centroidX(), ofB.centroidY(), ofB.centroidZ()};
        searchA = treeA.new Search();
        searchB = treeB.new Search();
    }

    /// The greatest distance, both ways, once `a` is turned about the centroid of its surface and laid on that of `b`; endless when it
    /// is more than `slack`.
    ///
    /// @param turn a 3×3 matrix that keeps lengths, rows one after another
    double turned(double[] turn, double slack) {
        double[] back = {turn[0], turn[3], turn[6], turn[1], turn[4], turn[7], turn[2], turn[5], turn[8]};
        double[] shift = shift(turn, centreA, centreB);
        double[] shiftBack = shift(back, centreB, centreA);
        if (strays(b, witnessesB, back, shiftBack, searchA, slack)
                || strays(a, witnessesA, turn, shift, searchB, slack)) {
            return Double.POSITIVE_INFINITY;
        }
        placing = new Placing(turn, shift[0], shift[1], shift[2]);
        TriangleTree there = treeA.moved(turn, shift[0], shift[1], shift[2]);
        Worst one = Deviation.within(there, treeB, 0, finest, slack, progress);
        if (one.get() > slack) {
            witnessesA.add(mapped(back, shiftBack, one.place()));
            return Double.POSITIVE_INFINITY;
        }
        Worst both = Deviation.within(treeB, there, one.get(), finest, slack, progress);
        if (both.get() > slack) {
            witnessesB.add(both.place());
            return Double.POSITIVE_INFINITY;
        }
        return both.get();
    }

    /// The same once every point of `a` went through any matrix and was shifted.
    double placed(double[] matrix, double[] shift, double slack) {
        if (strays(a, List.of(), matrix, shift, searchB, slack)) {
            return Double.POSITIVE_INFINITY;
        }
        placing = new Placing(matrix, shift[0], shift[1], shift[2]);
        TriangleTree there = treeA.moved(matrix, shift[0], shift[1], shift[2]);
        double one = Deviation.within(there, treeB, 0, finest, slack, progress).get();
        return one > slack ? one : Deviation.within(treeB, there, one, finest, slack, progress).get();
    }

    /// How `a` was laid on `b` in the last attempt that was worth a search.
    Placing placing() {
        return placing;
    }

    /// What brings a centre, once it went through a matrix, to another.
    private static double[] shift(double[] m, double[] from, double[] to) {
        double[] at = mapped(m, new double[3], from);
        return new double[]{to[0] - at[0], to[1] - at[1], to[2] - at[2]};
    }

    /// Whether a few points show that the surfaces do not lie on each other.
    private boolean strays(Mesh mesh, List<double[]> witnesses, double[] m, double[] shift,
            TriangleTree.Search search, double slack) {
        for (double[] w : witnesses.reversed()) {
            if (strays(w, m, shift, search, slack)) {
                return true;
            }
        }
        int step = Math.max(1, mesh.points() / FIRST_LOOK);
        for (int p = 0; p < mesh.points(); p += step) {
            if (strays(new double[]{mesh.x(p), mesh.y(p), mesh.z(p)}, m, shift, search, slack)) {
                return true;
            }
        }
        return false;
    }

    private static boolean strays(double[] point, double[] m, double[] shift, TriangleTree.Search search,
            double slack) {
        double[] to = mapped(m, shift, point);
        return search.distance2(to[0], to[1], to[2], slack * slack) > slack * slack;
    }

    private static double[] mapped(double[] m, double[] shift, double[] p) {
        return new double[]{m[0] * p[0] + m[1] * p[1] + m[2] * p[2] + shift[0],
                m[3] * p[0] + m[4] * p[1] + m[5] * p[2] + shift[1],
                m[6] * p[0] + m[7] * p[1] + m[8] * p[2] + shift[2]};
    }
}
