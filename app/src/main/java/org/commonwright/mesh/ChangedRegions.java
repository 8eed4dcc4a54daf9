package org.commonwright.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonwright.model.Bounds;

/// Puts triangles that stray into regions: those that share a point hang together. Regions of the old surface that lie where the
/// new one has some are one change with them.
final class ChangedRegions {
    private static final int MOST = 200;

    private ChangedRegions() {}

    /// @param least mm; what strays less is the same
    /// @param reach mm; regions of the two surfaces that are nearer belong together
    /// @return the greatest deviation first, 200 at most
    static List<ChangedRegion> of(Mesh before, float[] strayed, Mesh after, float[] stray, double least,
            double reach) {
        List<ChangedRegion> gone = side(before, strayed, least, ChangedRegion.Kind.GONE);
        List<ChangedRegion> all = new ArrayList<>();
        for (ChangedRegion now : side(after, stray, least, ChangedRegion.Kind.NEW)) {
            ChangedRegion one = now;
            for (int i = gone.size() - 1; i >= 0; i--) {
                if (near(one.box(), gone.get(i).box(), reach)) {
                    one = together(one, gone.remove(i));
                }
            }
            all.add(one);
        }
        all.addAll(gone);
        all.sort(Comparator.comparingDouble(ChangedRegion::deviation).reversed());
        return all.stream().limit(MOST).toList();
    }

    private static boolean near(Bounds a, Bounds b, double reach) {
        return a.minX() - reach <= b.maxX() && b.minX() - reach <= a.maxX() && a.minY() - reach <= b.maxY()
                && b.minY() - reach <= a.maxY() && a.minZ() - reach <= b.maxZ() && b.minZ() - reach <= a.maxZ();
    }

    private static ChangedRegion together(ChangedRegion a, ChangedRegion b) {
        ChangedRegion worse = a.deviation() >= b.deviation() ? a : b;
        return new ChangedRegion(ChangedRegion.Kind.CHANGED, a.box().union(b.box()), worse.deviation(), worse.x(),
                worse.y(), worse.z(), worse.normalX(), worse.normalY(), worse.normalZ(), Math.max(a.area(), b.area()));
    }

    private static List<ChangedRegion> side(Mesh mesh, float[] strays, double least, ChangedRegion.Kind kind) {
        int[] root = new int[mesh.points()];
        for (int p = 0; p < root.length; p++) {
            root[p] = p;
        }
        for (int t = 0; t < mesh.triangles(); t++) {
            for (int k = 0; k < 3; k++) {
                int p = mesh.corner(t, k);
                int q = mesh.corner(t, (k + 1) % 3);
                if (strays[p] > least && strays[q] > least) {
                    root[find(root, p)] = find(root, q);
                }
            }
        }
        int[] number = new int[root.length];
        List<Gathering> found = new ArrayList<>();
        for (int t = 0; t < mesh.triangles(); t++) {
            int worst = mesh.corner(t, 0);
            for (int k = 1; k < 3; k++) {
                worst = strays[mesh.corner(t, k)] > strays[worst] ? mesh.corner(t, k) : worst;
            }
            if (strays[worst] > least) {
                int r = find(root, worst);
                if (number[r] == 0) {
                    found.add(new Gathering(mesh, strays));
                    number[r] = found.size();
                }
                found.get(number[r] - 1).add(t, worst, least);
            }
        }
        List<ChangedRegion> regions = new ArrayList<>();
        found.forEach(one -> regions.add(one.region(kind)));
        return regions;
    }

    /// With its path halved on the way.
    private static int find(int[] root, int point) {
        int p = point;
        while (root[p] != p) {
            root[p] = root[root[p]];
            p = root[p];
        }
        return p;
    }

    /// One region while its triangles come.
    private static final class Gathering {
        private final Mesh mesh;
        private final float[] strays;
        private Bounds box = Bounds.EMPTY;
        private int worst = -1;
        private final double[] normal = new double[3];
        private double twice;

        Gathering(Mesh mesh, float[] strays) {
            this.mesh = mesh;
            this.strays = strays;
        }

        void add(int t, int worstOfIt, double least) {
            worst = worst < 0 || strays[worstOfIt] > strays[worst] ? worstOfIt : worst;
            double[] p = new double[9];
            for (int k = 0; k < 3; k++) {
                int corner = mesh.corner(t, k);
                p[3 * k] = mesh.x(corner);
                p[3 * k + 1] = mesh.y(corner);
                p[3 * k + 2] = mesh.z(corner);
                if (strays[corner] > least) {
                    box = box.union(new Bounds(p[3 * k], p[3 * k + 1], p[3 * k + 2], p[3 * k], p[3 * k + 1],
                            p[3 * k + 2]));
                }
            }
            double x = (p[4] - p[1]) * (p[8] - p[2]) - (p[5] - p[2]) * (p[7] - p[1]);
            double y = (p[5] - p[2]) * (p[6] - p[0]) - (p[3] - p[0]) * (p[8] - p[2]);
            double z = (p[3] - p[0]) * (p[7] - p[1]) - (p[4] - p[1]) * (p[6] - p[0]);
            normal[0] += x;
            normal[1] += y;
            normal[2] += z;
            twice += Math.sqrt(x * x + y * y + z * z);
        }

        ChangedRegion region(ChangedRegion.Kind kind) {
            double n = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            // What looks everywhere, such as a bore, looks nowhere on the whole.
            double one = n > twice * 1e-3 ? 1 / n : 0;
            return new ChangedRegion(kind, box, strays[worst], mesh.x(worst), mesh.y(worst), mesh.z(worst),
                    normal[0] * one, normal[1] * one, normal[2] * one, twice / 2);
        }
    }
}
