package org.commonwright.mesh;

import org.commonwright.task.Progress;

/// Divides triangles until no edge is longer than a length, so that what happens in the middle of a large face has points of its
/// own. Always the longest edge is halved; a triangle's neighbour halves it at the same point, so that no cracks come about
/// (Rivara 1984).
final class MeshRefiner {
    private final Mesh mesh;
    private final double longest2;
    private final int most;
    private final MeshBuilder builder;

    private MeshRefiner(Mesh mesh, double longest, int most) {
        this.mesh = mesh;
        longest2 = longest * longest;
        this.most = most;
        builder = new MeshBuilder(2 * mesh.triangles());
    }

    /// @param longest mm; larger when the mesh would otherwise come to more triangles than `most`
    /// @return the mesh itself when nothing is to be divided
    static Mesh refine(Mesh mesh, double longest, int most, Progress progress) {
        for (double length = longest; mesh.triangles() < most; length *= 2) {
            progress.check();
            var one = new MeshRefiner(mesh, length, most);
            if (!one.hasLonger()) {
                return mesh;
            }
            if (one.divide()) {
                return one.builder.build(mesh.format());
            }
        }
        return mesh;
    }

    private boolean hasLonger() {
        for (int t = 0; t < mesh.triangles(); t++) {
            for (int k = 0; k < 3; k++) {
                int p = mesh.corner(t, k);
                int q = mesh.corner(t, (k + 1) % 3);
                double x = mesh.x(p) - mesh.x(q);
                double y = mesh.y(p) - mesh.y(q);
                double z = mesh.z(p) - mesh.z(q);
                if (x * x + y * y + z * z > longest2) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean divide() {
        for (int t = 0; t < mesh.triangles() && builder.triangles() <= most; t++) {
            double[] c = new double[9];
            for (int k = 0; k < 3; k++) {
                int p = mesh.corner(t, k);
                c[3 * k] = mesh.x(p);
                c[3 * k + 1] = mesh.y(p);
                c[3 * k + 2] = mesh.z(p);
            }
            split(c);
        }
        return builder.triangles() <= most;
    }

    private void split(double[] c) {
        int from = 0;
        double length2 = -1;
        for (int k = 0; k < 3; k++) {
            double own = length2(c, k, (k + 1) % 3);
            if (own > length2) {
                length2 = own;
                from = k;
            }
        }
        if (length2 <= longest2 || builder.triangles() > most) {
            for (int k = 0; k < 9; k += 3) {
                builder.corner(c[k], c[k + 1], c[k + 2]);
            }
            return;
        }
        int to = (from + 1) % 3;
        double[] one = c.clone();
        double[] other = c.clone();
        for (int i = 0; i < 3; i++) {
            double middle = (c[3 * from + i] + c[3 * to + i]) / 2;
            one[3 * to + i] = middle;
            other[3 * from + i] = middle;
        }
        split(one);
        split(other);
    }

    private static double length2(double[] c, int p, int q) {
        double x = c[3 * p] - c[3 * q];
        double y = c[3 * p + 1] - c[3 * q + 1];
        double z = c[3 * p + 2] - c[3 * q + 2];
        return x * x + y * y + z * z;
    }
}
