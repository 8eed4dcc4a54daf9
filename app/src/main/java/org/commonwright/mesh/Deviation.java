package org.commonwright.mesh;

import org.commonwright.task.Progress;

/// How far one surface strays from another: the greatest distance from a point of it to the other (one side of the Hausdorff
/// distance), found by splitting triangles.
///
/// A piece of a triangle is done with when it cannot hold a worse point than is known already: its middle's distance plus its
/// radius says so, or its three corners' distances to one triangle of the other (that distance is convex, so it is worst at a
/// corner). What is left is split down to pieces of `finest` mm.
final class Deviation {
    private static final int FIRST_LOOK = 1024;

    private final TriangleTree from;
    private final double[] places;
    private final TriangleTree.Search search;
    private final double finest;
    private final double limit;
    private final Worst worst;

    private Deviation(TriangleTree from, TriangleTree to, Worst worst, double finest, double limit) {
        this.from = from;
        places = from.places();
        search = to.new Search();
        this.finest = finest;
        this.limit = limit;
        this.worst = worst;
    }

    /// The greatest distance in mm; `enough` when none is greater. The answer is the same for any number of threads: what is
    /// passed over holds nothing that is greater than what was found.
    ///
    /// @param enough a deviation that is known already: only greater ones are searched for
    /// @param finest mm; how small pieces may become
    static double of(TriangleTree from, TriangleTree to, double enough, double finest, Progress progress) {
        return within(from, to, enough, finest, Double.POSITIVE_INFINITY, progress).get();
    }

    /// The same, with its place. Once something is farther than `limit` the search ends: the answer is then the distance of that.
    static Worst within(TriangleTree from, TriangleTree to, double enough, double finest, double limit,
            Progress progress) {
        var worst = new Worst(enough);
        // A few points from everywhere first: most others are then known not to be worse without a search.
        int step = Math.max(1, from.points() / FIRST_LOOK);
        var first = new Deviation(from, to, worst, finest, limit);
        for (int p = 0; p < from.points(); p += step) {
            first.point(3 * p);
        }
        Shares.of(from.points(), progress, (begin, end) -> {
            var one = new Deviation(from, to, worst, finest, limit);
            for (int p = begin; p < end; p++) {
                one.point(3 * p);
            }
        });
        Shares.of(from.triangles(), progress, (begin, end) -> {
            var one = new Deviation(from, to, worst, finest, limit);
            for (int t = begin; t < end; t++) {
                one.triangle(from.corner(t, 0), from.corner(t, 1), from.corner(t, 2));
            }
        });
        return worst;
    }

    /// For each point of a mesh, by its number there, its distance to another, in mm.
    static float[] ofPoints(TriangleTree from, TriangleTree to, Progress progress) {
        float[] distances = new float[from.points()];
        double[] places = from.places();
        Shares.of(distances.length, progress, (begin, end) -> {
            TriangleTree.Search search = to.new Search();
            for (int p = begin; p < end; p++) {
                distances[from.number(p)] = (float) Math
                        .sqrt(search.distance2(places[3 * p], places[3 * p + 1], places[3 * p + 2]));
            }
        });
        return distances;
    }

    private void point(int at) {
        double known = worst.get();
        if (known > limit) {
            return;
        }
        double found2 = search.distance2(places[at], places[at + 1], places[at + 2], known * known);
        if (found2 > known * known) {
            worst.take(Math.sqrt(found2), places[at], places[at + 1], places[at + 2]);
        }
    }

    private void triangle(int a, int b, int c) {
        split(places[a], places[a + 1], places[a + 2], places[b], places[b + 1], places[b + 2], places[c],
                places[c + 1], places[c + 2]);
    }

    private void split(double ax, double ay, double az, double bx, double by, double bz, double cx, double cy,
            double cz) {
        double known = worst.get();
        if (known > limit) {
            return;
        }
        double mx = (ax + bx + cx) / 3;
        double my = (ay + by + cy) / 3;
        double mz = (az + bz + cz) / 3;
        double radius = Math.sqrt(Math.max(square(ax - mx, ay - my, az - mz),
                Math.max(square(bx - mx, by - my, bz - mz), square(cx - mx, cy - my, cz - mz))));
        boolean last = radius <= finest;
        // How near the middle must be for the whole piece to be done with.
        double near = last ? known : known - radius;
        double middle2 = search.distance2(mx, my, mz, near < 0 ? 0 : near * near);
        if (near >= 0 && middle2 <= near * near) {
            return;
        }
        worst.take(Math.sqrt(middle2), mx, my, mz);
        known = worst.get();
        if (last || Math.sqrt(middle2) + radius <= known) {
            return;
        }
        int t = search.nearest();
        double corner2 = Math.max(search.triangle2(t, ax, ay, az),
                Math.max(search.triangle2(t, bx, by, bz), search.triangle2(t, cx, cy, cz)));
        if (corner2 <= known * known) {
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
