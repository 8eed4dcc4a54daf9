package org.commonwright.mesh;

/// The principal axes of a surface, from its second moments about its centroid.
final class Moments {
    private Moments() {}

    /// Three axes of length one, one after another, right-handed, by growing moment.
    static double[] axes(Mesh mesh, MeshMeasures measures) {
        double[] m = new double[9];
        double[][] at = new double[3][3];
        for (int t = 0; t < mesh.triangles(); t++) {
            for (int c = 0; c < 3; c++) {
                int p = mesh.corner(t, c);
                at[c][0] = mesh.x(p) - measures.centroidX();
                at[c][1] = mesh.y(p) - measures.centroidY();
                at[c][2] = mesh.z(p) - measures.centroidZ();
            }
            add(m, at);
        }
        return jacobi(m);
    }

    /// A triangle's second moment: its area over 12 times (the sum of its corners' products and the product of their sums).
    private static void add(double[] m, double[][] p) {
        double nx = (p[1][1] - p[0][1]) * (p[2][2] - p[0][2]) - (p[1][2] - p[0][2]) * (p[2][1] - p[0][1]);
        double ny = (p[1][2] - p[0][2]) * (p[2][0] - p[0][0]) - (p[1][0] - p[0][0]) * (p[2][2] - p[0][2]);
        double nz = (p[1][0] - p[0][0]) * (p[2][1] - p[0][1]) - (p[1][1] - p[0][1]) * (p[2][0] - p[0][0]);
        double weight = Math.sqrt(nx * nx + ny * ny + nz * nz) / 24;
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                double sum = (p[0][r] + p[1][r] + p[2][r]) * (p[0][c] + p[1][c] + p[2][c]);
                m[3 * r + c] += weight * (sum + p[0][r] * p[0][c] + p[1][r] * p[1][c] + p[2][r] * p[2][c]);
            }
        }
    }

    /// Jacobi's method for a symmetric 3×3 matrix.
    private static double[] jacobi(double[] m) {
        double[] v = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        int[][] pairs = {{0, 1}, {0, 2}, {1, 2}};
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int[] pair : pairs) {
                rotate(m, v, pair[0], pair[1]);
            }
        }
        return sorted(m, v);
    }

    private static void rotate(double[] m, double[] v, int p, int q) {
        double off = m[3 * p + q];
        if (off == 0) {
            return;
        }
        double theta = (m[3 * q + q] - m[3 * p + p]) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < 3; k++) {
            double kp = m[3 * k + p];
            double kq = m[3 * k + q];
            m[3 * k + p] = c * kp - s * kq;
            m[3 * k + q] = s * kp + c * kq;
        }
        for (int k = 0; k < 3; k++) {
            double pk = m[3 * p + k];
            double qk = m[3 * q + k];
            m[3 * p + k] = c * pk - s * qk;
            m[3 * q + k] = s * pk + c * qk;
            double vp = v[3 * p + k];
            double vq = v[3 * q + k];
            v[3 * p + k] = c * vp - s * vq;
            v[3 * q + k] = s * vp + c * vq;
        }
    }

    private static double[] sorted(double[] m, double[] v) {
        int low = m[0] <= m[4] && m[0] <= m[8] ? 0 : m[4] <= m[8] ? 1 : 2;
        int high = m[8] >= m[4] && m[8] >= m[0] && low != 2 ? 2 : m[4] >= m[0] && low != 1 ? 1 : 0;
        high = high == low ? (low + 1) % 3 : high;
        int middle = 3 - low - high;
        double[] axes = new double[9];
        System.arraycopy(v, 3 * low, axes, 0, 3);
        System.arraycopy(v, 3 * middle, axes, 3, 3);
        // The third follows from the first two, so that the three are right-handed.
        axes[6] = axes[1] * axes[5] - axes[2] * axes[4];
        axes[7] = axes[2] * axes[3] - axes[0] * axes[5];
        axes[8] = axes[0] * axes[4] - axes[1] * axes[3];
        return axes;
    }
}
