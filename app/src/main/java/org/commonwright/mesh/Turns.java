package org.commonwright.mesh;

import java.util.ArrayList;
import java.util.List;

/// The ways in which a part may have been turned: the 23 quarter turns, and the 4 that bring the principal axes of one surface
/// onto the other's. Rotations as 3×3 matrices, rows one after another.
final class Turns {
    private Turns() {}

    static List<double[]> candidates(Mesh a, MeshMeasures ofA, Mesh b, MeshMeasures ofB) {
        List<double[]> turns = quarters();
        double[] axesA = Moments.axes(a, ofA);
        double[] axesB = Moments.axes(b, ofB);
        for (int signs = 0; signs < 4; signs++) {
            double s0 = (signs & 1) == 0 ? 1 : -1;
            double s1 = (signs & 2) == 0 ? 1 : -1;
            double[] flip = {s0, s1, s0 * s1};
            double[] turn = new double[9];
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    for (int k = 0; k < 3; k++) {
                        turn[3 * r + c] += axesB[3 * k + r] * flip[k] * axesA[3 * k + c];
                    }
                }
            }
            turns.add(turn);
        }
        return turns;
    }

    private static List<double[]> quarters() {
        List<double[]> turns = new ArrayList<>();
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            for (int signs = 0; signs < 8; signs++) {
                double[] m = new double[9];
                for (int r = 0; r < 3; r++) {
                    m[3 * r + order[r]] = (signs >> r & 1) == 0 ? 1 : -1;
                }
                boolean unturned = m[0] == 1 && m[4] == 1 && m[8] == 1;
                if (determinant(m) > 0 && !unturned) {
                    turns.add(m);
                }
            }
        }
        return turns;
    }

    static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }
}
