package org.commonwright.mesh;

/// A tree of boxes over a mesh's triangles, in primitive arrays, for the triangle nearest to a point. Nodes are numbered like a
/// heap's; each halves its triangles at the median of the longest side of their centres' box.
final class TriangleTree {
    private static final int LEAF = 4;

    private final double[] points;
    private final int[] corners;
    private final int[] order;
    private final double[] boxes;
    private final int leaves;

    TriangleTree(Mesh mesh) {
        points = mesh.pointArray();
        corners = mesh.cornerArray();
        int n = mesh.triangles();
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int depth = 0;
        while ((LEAF << depth) < n) {
            depth++;
        }
        leaves = 1 << depth;
        boxes = new double[6 * 2 * leaves];
        build(1, 0, n);
    }

    int triangles() {
        return order.length;
    }

    private void build(int node, int from, int to) {
        int at = 6 * node;
        for (int k = 0; k < 3; k++) {
            boxes[at + k] = Double.POSITIVE_INFINITY;
            boxes[at + 3 + k] = Double.NEGATIVE_INFINITY;
        }
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = from; i < to; i++) {
            for (int k = 0; k < 3; k++) {
                for (int c = 0; c < 3; c++) {
                    double v = points[3 * corners[3 * order[i] + c] + k];
                    boxes[at + k] = Math.min(boxes[at + k], v);
                    boxes[at + 3 + k] = Math.max(boxes[at + 3 + k], v);
                }
                double centre = centre(order[i], k);
                low[k] = Math.min(low[k], centre);
                high[k] = Math.max(high[k], centre);
            }
        }
        if (node >= leaves) {
            return;
        }
        int axis = 0;
        for (int k = 1; k < 3; k++) {
            axis = high[k] - low[k] > high[axis] - low[axis] ? k : axis;
        }
        int middle = middle(from, to);
        select(axis, from, to - 1, middle);
        build(2 * node, from, middle);
        build(2 * node + 1, middle, to);
    }

    private static int middle(int from, int to) {
        return (from + to) >>> 1;
    }

    private double centre(int triangle, int axis) {
        int c = 3 * triangle;
        return points[3 * corners[c] + axis] + points[3 * corners[c + 1] + axis] + points[3 * corners[c + 2] + axis];
    }

    /// Quickselect: what belongs before `k` comes before it.
    private void select(int axis, int first, int last, int k) {
        int lo = first;
        int hi = last;
        while (lo < hi) {
            double pivot = centre(order[(lo + hi) >>> 1], axis);
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (centre(order[i], axis) < pivot) {
                    i++;
                }
                while (centre(order[j], axis) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (k <= j) {
                hi = j;
            } else if (k >= i) {
                lo = i;
            } else {
                return;
            }
        }
    }

    /// One thread's search; holds where it last ended, which is where the next search begins.
    final class Search {
        private final PointTriangle distance = new PointTriangle();
        private int nearest;
        private double best;

        /// The triangle that the last search found.
        int nearest() {
            return nearest;
        }

        /// The squared distance from a point to the mesh, in mm².
        double distance2(double x, double y, double z) {
            best = triangle2(nearest, x, y, z);
            if (best > 0) {
                visit(1, 0, order.length, x, y, z);
            }
            return best;
        }

        /// The squared distance from a point to one triangle, in mm².
        double triangle2(int t, double x, double y, double z) {
            return distance.squared(points, 3 * corners[3 * t], 3 * corners[3 * t + 1], 3 * corners[3 * t + 2], x, y,
                    z);
        }

        private void visit(int node, int from, int to, double x, double y, double z) {
            if (node >= leaves) {
                for (int i = from; i < to; i++) {
                    double d = triangle2(order[i], x, y, z);
                    if (d < best) {
                        best = d;
                        nearest = order[i];
                    }
                }
                return;
            }
            int middle = middle(from, to);
            double left = box2(2 * node, x, y, z);
            double right = box2(2 * node + 1, x, y, z);
            if (left <= right) {
                if (left < best) {
                    visit(2 * node, from, middle, x, y, z);
                }
                if (right < best) {
                    visit(2 * node + 1, middle, to, x, y, z);
                }
            } else {
                if (right < best) {
                    visit(2 * node + 1, middle, to, x, y, z);
                }
                if (left < best) {
                    visit(2 * node, from, middle, x, y, z);
                }
            }
        }

        private double box2(int node, double x, double y, double z) {
            int at = 6 * node;
            double dx = Math.max(0, Math.max(boxes[at] - x, x - boxes[at + 3]));
            double dy = Math.max(0, Math.max(boxes[at + 1] - y, y - boxes[at + 4]));
            double dz = Math.max(0, Math.max(boxes[at + 2] - z, z - boxes[at + 5]));
            return dx * dx + dy * dy + dz * dz;
        }
    }
}
