package org.commonwright.mesh;

/// Brings a mesh's triangles into the order of a tree: each node's half before the median of its centres' longest side comes
/// first. Centres are kept beside, in the order itself, so that comparing two looks nowhere else.
final class TreeSplit {
    private final int[] order;
    private final float[][] centres;

    TreeSplit(Mesh mesh) {
        int n = mesh.triangles();
        float[][] plain = new float[3][n];
        for (int t = 0; t < n; t++) {
            int a = mesh.corner(t, 0);
            int b = mesh.corner(t, 1);
            int c = mesh.corner(t, 2);
            plain[0][t] = (float) ((mesh.x(a) + mesh.x(b) + mesh.x(c)) / 3);
            plain[1][t] = (float) ((mesh.y(a) + mesh.y(b) + mesh.y(c)) / 3);
            plain[2][t] = (float) ((mesh.z(a) + mesh.z(b) + mesh.z(c)) / 3);
        }
        order = SpatialOrder.of(n, t -> plain[0][t], t -> plain[1][t], t -> plain[2][t], mesh.bounds());
        centres = new float[3][n];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < n; i++) {
                centres[k][i] = plain[k][order[i]];
            }
        }
    }

    /// @param leaves how many leaves the tree has, a power of two
    int[] order(int leaves) {
        split(leaves, 0, order.length);
        return order;
    }

    private void split(int leaves, int from, int to) {
        if (leaves == 1) {
            return;
        }
        int axis = 0;
        float longest = -1;
        for (int k = 0; k < 3; k++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            float[] along = centres[k];
            for (int i = from; i < to; i++) {
                low = Math.min(low, along[i]);
                high = Math.max(high, along[i]);
            }
            if (high - low > longest) {
                longest = high - low;
                axis = k;
            }
        }
        int middle = TriangleTree.middle(from, to);
        select(centres[axis], from, to - 1, middle);
        split(leaves / 2, from, middle);
        split(leaves / 2, middle, to);
    }

    /// Quickselect: what belongs before `k` comes before it.
    private void select(float[] along, int first, int last, int k) {
        int lo = first;
        int hi = last;
        while (lo < hi) {
            float pivot = along[(lo + hi) >>> 1];
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (along[i] < pivot) {
                    i++;
                }
                while (along[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
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

    private void swap(int i, int j) {
        int number = order[i];
        order[i] = order[j];
        order[j] = number;
        for (float[] along : centres) {
            float place = along[i];
            along[i] = along[j];
            along[j] = place;
        }
    }
}
