package org.commonwright.mesh;

import java.util.Optional;

/// A point on the surface of a mesh, in mm.
///
/// @param distance from the point that it was looked for, mm
public record SurfacePoint(double x, double y, double z, double distance) {
    /// The point of the surface nearest to a point; empty for a mesh without triangles.
    public static Optional<SurfacePoint> nearest(Mesh mesh, double x, double y, double z) {
        var distance = new PointTriangle();
        double best = Double.POSITIVE_INFINITY;
        int nearest = -1;
        double[] p = mesh.pointArray();
        for (int t = 0; t < mesh.triangles(); t++) {
            double d = distance.squared(p, 3 * mesh.corner(t, 0), 3 * mesh.corner(t, 1), 3 * mesh.corner(t, 2), x, y,
                    z);
            if (d < best) {
                best = d;
                nearest = t;
            }
        }
        return nearest < 0 ? Optional.empty() : Optional.of(on(mesh, nearest, x, y, z));
    }

    /// The first point of the surface that a ray meets; empty when it passes by.
    ///
    /// @param from where it begins: x, y, z
    /// @param along its direction
    public static Optional<SurfacePoint> hit(Mesh mesh, double[] from, double[] along) {
        double best = Double.POSITIVE_INFINITY;
        for (int t = 0; t < mesh.triangles(); t++) {
            double at = meets(mesh, t, from, along);
            if (at < best) {
                best = at;
            }
        }
        return best == Double.POSITIVE_INFINITY
                ? Optional.empty()
                : Optional.of(new SurfacePoint(from[0] + best * along[0], from[1] + best * along[1],
                        from[2] + best * along[2], 0));
    }

    /// How far along the ray it meets a triangle (Möller and Trumbore, "Fast, Minimum Storage Ray/Triangle Intersection", 1997);
    /// endless when it does not.
    private static double meets(Mesh mesh, int t, double[] from, double[] along) {
        double[] a = corner(mesh, t, 0);
        double[] e1 = minus(corner(mesh, t, 1), a);
        double[] e2 = minus(corner(mesh, t, 2), a);
        double[] p = cross(along, e2);
        double det = dot(e1, p);
        if (det == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] s = minus(from, a);
        double u = dot(s, p) / det;
        double[] q = cross(s, e1);
        double v = dot(along, q) / det;
        double far = dot(e2, q) / det;
        return u < 0 || v < 0 || u + v > 1 || !(far > 0) ? Double.POSITIVE_INFINITY : far;
    }

    /// By going from corner to corner: the nearest point of a triangle is that of its plane, of an edge or of a corner.
    private static SurfacePoint on(Mesh mesh, int t, double x, double y, double z) {
        double[] a = corner(mesh, t, 0);
        double[] b = corner(mesh, t, 1);
        double[] c = corner(mesh, t, 2);
        double[] point = {x, y, z};
        double[] n = cross(minus(b, a), minus(c, a));
        double length = dot(n, n);
        double[] best = onEdge(a, b, point);
        for (double[] other : new double[][]{onEdge(b, c, point), onEdge(c, a, point)}) {
            best = apart(other, point) < apart(best, point) ? other : best;
        }
        if (length > 0) {
            double up = dot(minus(point, a), n) / length;
            double[] foot = {x - up * n[0], y - up * n[1], z - up * n[2]};
            boolean inside = dot(cross(minus(b, a), minus(foot, a)), n) >= 0
                    && dot(cross(minus(c, b), minus(foot, b)), n) >= 0
                    && dot(cross(minus(a, c), minus(foot, c)), n) >= 0;
            best = inside ? foot : best;
        }
        return new SurfacePoint(best[0], best[1], best[2], Math.sqrt(apart(best, point)));
    }

    private static double[] onEdge(double[] a, double[] b, double[] p) {
        double[] along = minus(b, a);
        double length = dot(along, along);
        double part = length == 0 ? 0 : Math.clamp(dot(minus(p, a), along) / length, 0, 1);
        return new double[]{a[0] + part * along[0], a[1] + part * along[1], a[2] + part * along[2]};
    }

    private static double apart(double[] a, double[] b) {
        double[] d = minus(a, b);
        return dot(d, d);
    }

    private static double[] corner(Mesh mesh, int t, int which) {
        int p = mesh.corner(t, which);
        return new double[]{mesh.x(p), mesh.y(p), mesh.z(p)};
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[]{a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
