package org.commonwright.mesh;

/// A tree of boxes over a mesh's triangles, in primitive arrays, for the triangle nearest to a point. Nodes are numbered like a
/// heap's; each halves its triangles at the median of the longest side of their centres' box. Boxes are floats, rounded outwards,
/// so that what they shut out is truly outside.
final class TriangleTree {
    private static final int LEAF = 4;

    /// Along a curve through space, so that what is looked at together lies together.
    private final double[] points;
    /// Three points of each triangle, in the order of the leaves.
    private final int[] corners;
    /// The mesh's number of each point.
    private final int[] numbers;
    private final float[] boxes;
    private final int leaves;

    TriangleTree(Mesh mesh) {
        int n = mesh.triangles();
        int depth = 0;
        while ((LEAF << depth) < n) {
            depth++;
        }
        leaves = 1 << depth;
        numbers = SpatialOrder.of(mesh.points(), mesh::x, mesh::y, mesh::z, mesh.bounds());
        points = new double[3 * numbers.length];
        int[] place = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int p = numbers[i];
            place[p] = i;
            points[3 * i] = mesh.x(p);
            points[3 * i + 1] = mesh.y(p);
            points[3 * i + 2] = mesh.z(p);
        }
        int[] order = new TreeSplit(mesh).order(leaves);
        corners = new int[3 * n];
        for (int c = 0; c < corners.length; c++) {
            corners[c] = place[mesh.corner(order[c / 3], c % 3)];
        }
        boxes = new float[6 * 2 * leaves];
        build(1, 0, n);
    }

    private TriangleTree(TriangleTree of, double[] points) {
        this.points = points;
        corners = of.corners;
        numbers = of.numbers;
        leaves = of.leaves;
        boxes = new float[of.boxes.length];
        build(1, 0, triangles());
    }

    /// The tree of the same mesh elsewhere: every point times the 3×3 matrix `m` (rows one after another), then shifted.
    TriangleTree moved(double[] m, double dx, double dy, double dz) {
        return new TriangleTree(this, Mesh.moved(points, m, dx, dy, dz));
    }

    int triangles() {
        return corners.length / 3;
    }

    int points() {
        return numbers.length;
    }

    /// The mesh's number of a point.
    int number(int point) {
        return numbers[point];
    }

    /// Where the coordinates of a triangle's corner begin in [#places].
    int corner(int triangle, int which) {
        return 3 * corners[3 * triangle + which];
    }

    /// Coordinates, three for each point.
    double[] places() {
        return points;
    }

    /// The boxes, from the leaves up.
    private void build(int node, int from, int to) {
        int at = 6 * node;
        if (node >= leaves) {
            leaf(at, from, to);
            return;
        }
        int middle = middle(from, to);
        build(2 * node, from, middle);
        build(2 * node + 1, middle, to);
        int child = 12 * node;
        for (int k = 0; k < 3; k++) {
            boxes[at + k] = Math.min(boxes[child + k], boxes[child + 6 + k]);
            boxes[at + 3 + k] = Math.max(boxes[child + 3 + k], boxes[child + 9 + k]);
        }
    }

    private void leaf(int at, int from, int to) {
        for (int k = 0; k < 3; k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                for (int c = 0; c < 3; c++) {
                    double v = points[corner(i, c) + k];
                    low = Math.min(low, v);
                    high = Math.max(high, v);
                }
            }
            boxes[at + k] = (float) low > low ? Math.nextDown((float) low) : (float) low;
            boxes[at + 3 + k] = (float) high < high ? Math.nextUp((float) high) : (float) high;
        }
    }

    static int middle(int from, int to) {
        return (from + to) >>> 1;
    }

    /// One thread's search; holds where it last ended, which is where the next search begins.
    final class Search {
        private final PointTriangle distance = new PointTriangle();
        private int nearest;
        private double best;
        private double enough;

        /// The triangle that the last search found, by its place in the tree.
        int nearest() {
            return nearest;
        }

        /// The squared distance from a point to the mesh, in mm².
        double distance2(double x, double y, double z) {
            return distance2(x, y, z, 0);
        }

        /// The same, unless something is found that is not farther than `enough2`: then the search ends, and the answer is the
        /// squared distance of that.
        double distance2(double x, double y, double z, double enough2) {
            best = triangle2(nearest, x, y, z);
            enough = Math.max(0, enough2);
            if (best > enough) {
                visit(1, 0, triangles(), x, y, z);
            }
            return best;
        }

        /// The squared distance from a point to one triangle, in mm².
        double triangle2(int t, double x, double y, double z) {
            return distance.squared(points, corner(t, 0), corner(t, 1), corner(t, 2), x, y, z);
        }

        private void visit(int node, int from, int to, double x, double y, double z) {
            if (node >= leaves) {
                for (int i = from; i < to; i++) {
                    double d = triangle2(i, x, y, z);
                    if (d < best) {
                        best = d;
                        nearest = i;
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
                if (right < best && best > enough) {
                    visit(2 * node + 1, middle, to, x, y, z);
                }
            } else {
                if (right < best) {
                    visit(2 * node + 1, middle, to, x, y, z);
                }
                if (left < best && best > enough) {
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
