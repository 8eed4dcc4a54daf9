package org.commonwright.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds what is broken in a mesh. That it crosses itself is not looked for: two bodies that overlap are usual, and slicers unite
/// them.
final class Defects {
    private final Mesh mesh;
    private final Edges edges;
    private final List<MeshDefect> found = new ArrayList<>();

    private Defects(Mesh mesh, Edges edges) {
        this.mesh = mesh;
        this.edges = edges;
    }

    /// @param volume     mm³, with its sign
    /// @param degenerate how many triangles have no area
    /// @param flat       the first of them
    static List<MeshDefect> of(Mesh mesh, Edges edges, double volume, int degenerate, int flat) {
        var all = new Defects(mesh, edges);
        all.edges(Edges.Kind.OPEN, MeshDefect.Kind.OPEN);
        all.edges(Edges.Kind.CROWDED, MeshDefect.Kind.CROWDED);
        all.edges(Edges.Kind.FLIPPED, MeshDefect.Kind.FLIPPED);
        // What a sheet with two sides has left after rounding.
        double none = 1e-9 * Math.pow(mesh.bounds().diagonal(), 3);
        if (edges.unbalanced() == 0 && volume < -none) {
            all.triangle(MeshDefect.Kind.INVERTED, 1, 0);
        }
        all.doubled(Math.abs(volume) <= none);
        if (degenerate > 0) {
            all.triangle(MeshDefect.Kind.DEGENERATE, degenerate, flat);
        }
        return List.copyOf(all.found);
    }

    private void edges(Edges.Kind kind, MeshDefect.Kind as) {
        int count = edges.count(kind);
        if (count > 0) {
            int[] ends = edges.first(kind);
            found.add(new MeshDefect(as, count, (mesh.x(ends[0]) + mesh.x(ends[1])) / 2,
                    (mesh.y(ends[0]) + mesh.y(ends[1])) / 2, (mesh.z(ends[0]) + mesh.z(ends[1])) / 2));
        }
    }

    /// Where triangles lie on each other, edges are crowded or flipped; otherwise the whole is a sheet with two sides.
    private void doubled(boolean sheet) {
        if (edges.count(Edges.Kind.CROWDED) == 0 && edges.count(Edges.Kind.FLIPPED) == 0 && !sheet) {
            return;
        }
        int n = mesh.triangles();
        long[] keys = new long[n];
        for (int t = 0; t < n; t++) {
            keys[t] = key(t);
        }
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int count = 0;
        long one = 0;
        for (int i = 1; i < n; i++) {
            if (sorted[i] == sorted[i - 1]) {
                one = count++ == 0 ? sorted[i] : one;
            }
        }
        for (int t = 0; count > 0 && t < n; t++) {
            if (keys[t] == one) {
                triangle(MeshDefect.Kind.DOUBLED, count, t);
                return;
            }
        }
    }

    /// A number that the three corners give in any order; 64 bits well mixed, so that others hardly ever give the same.
    private long key(int t) {
        return mix(mesh.corner(t, 0)) + mix(mesh.corner(t, 1)) + mix(mesh.corner(t, 2));
    }

    /// SplitMix64's finish (Steele, Lea, Flood 2014).
    private static long mix(int value) {
        long z = (value + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    private void triangle(MeshDefect.Kind kind, int count, int t) {
        int a = mesh.corner(t, 0);
        int b = mesh.corner(t, 1);
        int c = mesh.corner(t, 2);
        found.add(new MeshDefect(kind, count, (mesh.x(a) + mesh.x(b) + mesh.x(c)) / 3,
                (mesh.y(a) + mesh.y(b) + mesh.y(c)) / 3, (mesh.z(a) + mesh.z(b) + mesh.z(c)) / 3));
    }
}
