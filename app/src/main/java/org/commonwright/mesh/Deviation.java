package org.commonwright.mesh;

import org.commonwright.task.Progress;

/// How far one surface strays from another: the greatest distance from a point of it to the other (one side of the Hausdorff
/// distance), found by splitting triangles.
///
/// A piece of a triangle is done with when it cannot hold a worse point than is known already: its middle's distance plus its
/// radius says so, or its three corners' distances to one triangle of the other (that distance is convex, so it is worst at a
/// corner). What is left is split down to pieces of `finest` mm.
final class Deviation {
    private final Mesh from;
    private final TriangleTree.Search search;
    private final double finest;
    private final Progress progress;
    private double worst;

    /// @param enough   a deviation that is known already: only greater ones are searched for
    /// @param finest   mm; how small pieces may become
    private Deviation(Mesh from, TriangleTree to, double enough, double finest, Progress progress) {
        this.from = from;
        search = to.new Search();
        this.finest = finest;
        this.progress = progress;
        worst = enough;
    }

    /// The greatest distance in mm; `enough` when none is greater.
    static double of(Mesh from, TriangleTree to, double enough, double finest, Progress progress) {
        return new Deviation(from, to, enough, finest, progress).find();
    }

    /// For each point of a mesh its distance to another, in mm.
    static float[] ofPoints(Mesh from, TriangleTree to, Progress progress) {
        TriangleTree.Search search = to.new Search();
        float[] distances = new float[from.points()];
        for (int p = 0; p < distances.length; p++) {
            distances[p] = (float) Math.sqrt(search.distance2(from.x(p), from.y(p), from.z(p)));
            if ((p & 0xfff) == 0) {
                progress.check();
                progress.update((double) p / distances.length);
            }
        }
        return distances;
    }

    private double find() {
        for (int p = 0; p < from.points(); p++) {
            take(Math.sqrt(search.distance2(from.x(p), from.y(p), from.z(p))));
        }
        int n = from.triangles();
        for (int t = 0; t < n; t++) {
            int a = from.corner(t, 0);
            int b = from.corner(t, 1);
            int c = from.corner(t, 2);
            split(from.x(a), from.y(a), from.z(a), from.x(b), from.y(b), from.z(b), from.x(c), from.y(c), from.z(c));
            if ((t & 0xff) == 0) {
                progress.check();
                progress.update((double) t / n);
            }
        }
        return worst;
    }

    private void take(double distance) {
        worst = Math.max(worst, distance);
    }

    private void split(double ax, double ay, double az, double bx, double by, double bz, double cx, double cy,
            double cz) {
        double mx = (ax + bx + cx) / 3;
        double my = (ay + by + cy) / 3;
        double mz = (az + bz + cz) / 3;
        double middle = Math.sqrt(search.distance2(mx, my, mz));
        take(middle);
        double radius = Math.sqrt(Math.max(square(ax - mx, ay - my, az - mz),
                Math.max(square(bx - mx, by - my, bz - mz), square(cx - mx, cy - my, cz - mz))));
        if (radius <= finest || middle + radius <= worst) {
            return;
        }
        int t = search.nearest();
        double corner2 = Math.max(search.triangle2(t, ax, ay, az),
                Math.max(search.triangle2(t, bx, by, bz), search.triangle2(t, cx, cy, cz)));
        if (corner2 <= worst * worst) {
            return;
        }
        double abx = (ax + bx) / 2;
        double aby = (ay + by) / 2;
        double abz = (az + bz) / 2;
        double bcx = (bx + cx) / 2;
        double bcy = (by + cy) / 2;
        double bcz = (bz + cz) / 2;
        double cax = (cx + ax) / 2;
        double cay = (cy + ay) / 2;
        double caz = (cz + az) / 2;
        split(ax, ay, az, abx, aby, abz, cax, cay, caz);
        split(abx, aby, abz, bx, by, bz, bcx, bcy, bcz);
        split(cax, cay, caz, bcx, bcy, bcz, cx, cy, cz);
        split(abx, aby, abz, bcx, bcy, bcz, cax, cay, caz);
    }

    private static double square(double x, double y, double z) {
        return x * x + y * y + z * z;
    }
}
