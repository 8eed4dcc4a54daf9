package org.commonwright.mesh;

/// The plane at which a part is mirrored.
///
/// @param x  the plane's normal, of length one; its first part that is not zero is positive
/// @param y  likewise
/// @param z  likewise
/// @param at where the plane is along its normal, mm from the origin
public record MirrorPlane(double x, double y, double z, double at) {
    private static final double NONE = 1e-6;

    /// @param m a 3×3 matrix that keeps lengths and mirrors, rows one after another: about the centroid of the one surface, which comes
    ///          onto that of the other
    static MirrorPlane of(double[] m, MeshMeasures from, MeshMeasures to) {
        // Such a matrix turns about the normal by an angle t and mirrors: its symmetric part is cos t − (1 + cos t) n nᵀ.
        double cos = Math.clamp((m[0] + m[4] + m[8] + 1) / 2, -1, 1);
        double[] n = {1, 0, 0};
        if (1 + cos > NONE) {
            double[] diagonal = {(cos - m[0]) / (1 + cos), (cos - m[4]) / (1 + cos), (cos - m[8]) / (1 + cos)};
            int k = diagonal[0] >= diagonal[1] && diagonal[0] >= diagonal[2] ? 0 : diagonal[1] >= diagonal[2] ? 1 : 2;
            double own = Math.sqrt(diagonal[k]);
            for (int i = 0; i < 3; i++) {
                n[i] = i == k ? own : -(m[3 * i + k] + m[3 * k + i]) / 2 / (1 + cos) / own;
            }
        }
        double sign = 0;
        for (int i = 0; i < 3; i++) {
            n[i] = Math.abs(n[i]) < NONE ? 0 : n[i];
            sign = sign == 0 ? Math.signum(n[i]) : sign;
        }
        double length = sign * Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        double x = n[0] / length + 0.0;
        double y = n[1] / length + 0.0;
        double z = n[2] / length + 0.0;
        return new MirrorPlane(x, y, z, (x * (from.centroidX() + to.centroidX())
                + y * (from.centroidY() + to.centroidY()) + z * (from.centroidZ() + to.centroidZ())) / 2);
    }

    /// Whether a matrix that mirrors also turns about the normal of its plane.
    static boolean turns(double[] m) {
        return m[0] + m[4] + m[8] < 1 - 1e-9;
    }

    /// What of a movement is along the plane.
    double[] along(double[] shift) {
        double across = x * shift[0] + y * shift[1] + z * shift[2];
        return new double[]{shift[0] - across * x, shift[1] - across * y, shift[2] - across * z};
    }

    /// The letter of the axis that it is square to; empty when it is square to none.
    public String axis() {
        return x == 1 ? "x" : y == 1 ? "y" : z == 1 ? "z" : "";
    }
}
