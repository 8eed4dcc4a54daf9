package org.commonwright.mesh;

import org.commonwright.model.Bounds;

/// Triangles over shared points, in mm. Triangle `t` has the corners `corner(t, 0..2)`, counter-clockwise seen from outside;
/// point `p` is at `x(p)`, `y(p)`, `z(p)`.
public final class Mesh {
    private final MeshFormat format;
    private final double[] points;
    private final int[] corners;
    private final Bounds bounds;

    /// @param points  x, y, z of each point in turn
    /// @param corners three points of each triangle in turn
    Mesh(MeshFormat format, double[] points, int[] corners) {
        this.format = format;
        this.points = points;
        this.corners = corners;
        bounds = box(points);
    }

    private static Bounds box(double[] p) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = minX;
        double minZ = minX;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = maxX;
        double maxZ = maxX;
        for (int i = 0; i < p.length; i += 3) {
            minX = Math.min(minX, p[i]);
            maxX = Math.max(maxX, p[i]);
            minY = Math.min(minY, p[i + 1]);
            maxY = Math.max(maxY, p[i + 1]);
            minZ = Math.min(minZ, p[i + 2]);
            maxZ = Math.max(maxZ, p[i + 2]);
        }
        return new Bounds(minX, minY, minZ, maxX, maxY, maxZ);
    }

    public MeshFormat format() {
        return format;
    }

    /// How many triangles there are, degenerate ones included.
    public int triangles() {
        return corners.length / 3;
    }

    /// How many different points there are.
    public int points() {
        return points.length / 3;
    }

    /// The point at corner 0, 1 or 2 of triangle `t`.
    public int corner(int t, int which) {
        return corners[3 * t + which];
    }

    public double x(int point) {
        return points[3 * point];
    }

    public double y(int point) {
        return points[3 * point + 1];
    }

    public double z(int point) {
        return points[3 * point + 2];
    }

    /// The box that holds every point.
    public Bounds bounds() {
        return bounds;
    }

    /// Points elsewhere: every one times the 3×3 matrix `m` (rows one after another), then shifted.
    static double[] moved(double[] points, double[] m, double dx, double dy, double dz) {
        double[] to = new double[points.length];
        for (int i = 0; i < to.length; i += 3) {
            double px = points[i];
            double py = points[i + 1];
            double pz = points[i + 2];
            to[i] = m[0] * px + m[1] * py + m[2] * pz + dx;
            to[i + 1] = m[3] * px + m[4] * py + m[5] * pz + dy;
            to[i + 2] = m[6] * px + m[7] * py + m[8] * pz + dz;
        }
        return to;
    }

    double[] pointArray() {
        return points;
    }

    int[] cornerArray() {
        return corners;
    }
}
