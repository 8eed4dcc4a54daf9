package org.commonwright.mesh;

import java.util.Arrays;

/// A mesh's edges by how many triangles meet there, and in which direction each walks them. In a closed mesh an edge is walked as
/// often one way as the other.
final class Edges {
    /// Kinds of edges that a whole solid does not have.
    enum Kind {
        /// One triangle only: the rim of a hole.
        OPEN,
        /// More than two triangles.
        CROWDED,
        /// Two triangles that walk it the same way: one of them is inside out.
        FLIPPED
    }

    private final int[] counts = new int[Kind.values().length];
    private final long[] first = new long[Kind.values().length];
    private int unbalanced;

    private Edges() {}

    static Edges of(Mesh mesh) {
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
        var all = new Edges();
        int i = 0;
        while (i < used) {
            long edge = edges[i] >>> 1;
            int balance = 0;
            int from = i;
            for (; i < used && edges[i] >>> 1 == edge; i++) {
                balance += (edges[i] & 1) == 0 ? 1 : -1;
            }
            all.count(edge, i - from, balance);
        }
        return all;
    }

    private void count(long edge, int faces, int balance) {
        unbalanced += balance == 0 ? 0 : 1;
        if (faces == 1) {
            count(Kind.OPEN, edge);
        } else if (faces > 2) {
            count(Kind.CROWDED, edge);
        } else if (balance != 0) {
            count(Kind.FLIPPED, edge);
        }
    }

    private void count(Kind kind, long edge) {
        if (counts[kind.ordinal()]++ == 0) {
            first[kind.ordinal()] = edge;
        }
    }

    /// Edges whose two directions are not equally many.
    int unbalanced() {
        return unbalanced;
    }

    int count(Kind kind) {
        return counts[kind.ordinal()];
    }

    /// The two points of the first edge of a kind of which there are some.
    int[] first(Kind kind) {
        long edge = first[kind.ordinal()];
        return new int[]{(int) (edge >>> 31), (int) (edge & Integer.MAX_VALUE)};
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
