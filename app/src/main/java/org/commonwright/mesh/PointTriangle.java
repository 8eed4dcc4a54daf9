package org.commonwright.mesh;

/// Distance from a point to a triangle, by the region of the triangle's plane over which the point lies (Ericson, "Real-Time
/// Collision Detection", section 5.1.5).
final class PointTriangle {
    /// Squared distance in mm²; `a`, `b`, `c` are where the corners begin in `p`.
    double squared(double[] p, int a, int b, int c, double x, double y, double z) {
        double ax = p[a];
        double ay = p[a + 1];
        double az = p[a + 2];
        double abx = p[b] - ax;
        double aby = p[b + 1] - ay;
        double abz = p[b + 2] - az;
        double acx = p[c] - ax;
        double acy = p[c + 1] - ay;
        double acz = p[c + 2] - az;
        double apx = x - ax;
        double apy = y - ay;
        double apz = z - az;
        double d1 = abx * apx + aby * apy + abz * apz;
        double d2 = acx * apx + acy * apy + acz * apz;
        if (d1 <= 0 && d2 <= 0) {
            return apx * apx + apy * apy + apz * apz;
        }
        double d3 = d1 - (abx * abx + aby * aby + abz * abz);
        double ab2ac = abx * acx + aby * acy + abz * acz;
        double d4 = d2 - ab2ac;
        if (d3 >= 0 && d4 <= d3) {
            return off(apx, apy, apz, abx, aby, abz, 1, acx, acy, acz, 0);
        }
        double vc = d1 * d4 - d3 * d2;
        if (vc <= 0 && d1 >= 0 && d3 <= 0) {
            return off(apx, apy, apz, abx, aby, abz, d1 / (d1 - d3), acx, acy, acz, 0);
        }
        double d5 = d1 - ab2ac;
        double d6 = d2 - (acx * acx + acy * acy + acz * acz);
        if (d6 >= 0 && d5 <= d6) {
            return off(apx, apy, apz, abx, aby, abz, 0, acx, acy, acz, 1);
        }
        double vb = d5 * d2 - d1 * d6;
        if (vb <= 0 && d2 >= 0 && d6 <= 0) {
            return off(apx, apy, apz, abx, aby, abz, 0, acx, acy, acz, d2 / (d2 - d6));
        }
        double va = d3 * d6 - d5 * d4;
        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
            double w = (d4 - d3) / (d4 - d3 + (d5 - d6));
            return off(apx, apy, apz, abx, aby, abz, 1 - w, acx, acy, acz, w);
        }
        double sum = va + vb + vc;
        return sum == 0
                ? apx * apx + apy * apy + apz * apz
                : off(apx, apy, apz, abx, aby, abz, vb / sum, acx, acy, acz, vc / sum);
    }

    /// Squared length of `ap - v ab - w ac`.
    private static double off(double apx, double apy, double apz, double abx, double aby, double abz, double v,
            double acx, double acy, double acz, double w) {
        double dx = apx - v * abx - w * acx;
        double dy = apy - v * aby - w * acy;
        double dz = apz - v * abz - w * acz;
        return dx * dx + dy * dy + dz * dz;
    }
}
