package org.commonwright.mesh;

import java.util.Arrays;

/// Counts edges by direction: in a closed mesh each is walked as often one way as the other.
final class EdgeCount {
    private EdgeCount() {}

    static int open(Mesh mesh) {
        int n = mesh.triangles();
        long[] edges = new long[3 * n];
        int used = 0;
        for (int t = 0; t < n; t++) {
            int a = mesh.corner(t, 0);
            int b = mesh.corner(t, 1);
            int c = mesh.corner(t, 2);
            used = add(edges, used, a, b);
            used = add(edges, used, b, c);
            used = add(edges, used, c, a);
        }
        Arrays.parallelSort(edges, 0, used);
        int open = 0;
        int i = 0;
        while (i < used) {
            long edge = edges[i] >>> 1;
            int balance = 0;
            for (; i < used && edges[i] >>> 1 == edge; i++) {
                balance += (edges[i] & 1) == 0 ? 1 : -1;
            }
            open += balance == 0 ? 0 : 1;
        }
        return open;
    }

    /// Two points of at most 31 bits and the direction: 31 + 31 + 1 bits. An edge from a point to itself is none.
    private static int add(long[] edges, int used, int from, int to) {
        if (from == to) {
            return used;
        }
        long low = Math.min(from, to);
        long high = Math.max(from, to);
        edges[used] = low << 32 | high << 1 | (from < to ? 0 : 1);
        return used + 1;
    }
}
