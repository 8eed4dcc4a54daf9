package org.commonwright.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ways in which a part may have been turned or mirrored: along the axes of its coordinates, and so that the principal axes of one
/// surface come onto the other's. As 3×3 matrices that keep lengths, rows one after another.
final class Turns {
    private final List<double[]> turns = new ArrayList<>();
    private final List<double[]> mirrors = new ArrayList<>();

    private Turns() {}

    static Turns between(Mesh a, MeshMeasures ofA, Mesh b, MeshMeasures ofB) {
        var all = new Turns();
        all.quarters();
        // What is only mirrored is said in fewer words than what was turned as well.
        all.mirrors.sort(Comparator.comparingDouble(m -> -(m[0] + m[4] + m[8])));
        double[] axesA = Moments.axes(a, ofA);
        double[] axesB = Moments.axes(b, ofB);
        for (int signs = 0; signs < 8; signs++) {
            double[] flip = {(signs & 1) == 0 ? 1 : -1, (signs & 2) == 0 ? 1 : -1, (signs & 4) == 0 ? 1 : -1};
            double[] turn = new double[9];
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    for (int k = 0; k < 3; k++) {
                        turn[3 * r + c] += axesB[3 * k + r] * flip[k] * axesA[3 * k + c];
                    }
                }
            }
            all.add(turn);
        }
        return all;
    }

    /// The 23 quarter turns, then 4 by the principal axes.
    List<double[]> turns() {
        return turns;
    }

    /// 24 along the axes, those first that only mirror, then 4 by the principal axes.
    List<double[]> mirrors() {
        return mirrors;
    }

    private void add(double[] m) {
        (determinant(m) > 0 ? turns : mirrors).add(m);
    }

    private void quarters() {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            for (int signs = 0; signs < 8; signs++) {
                double[] m = new double[9];
                for (int r = 0; r < 3; r++) {
                    m[3 * r + order[r]] = (signs >> r & 1) == 0 ? 1 : -1;
                }
                boolean unturned = m[0] == 1 && m[4] == 1 && m[8] == 1;
                if (!unturned) {
                    add(m);
                }
            }
        }
    }

    static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }
}
