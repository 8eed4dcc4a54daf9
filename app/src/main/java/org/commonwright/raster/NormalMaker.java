package org.commonwright.raster;

import java.util.Arrays;

/// Normals at the corners of a mesh, and its visible edges: where two faces meet at more than 30°, or where only one face is.
final class NormalMaker {
    private static final double CREASE = Math.cos(Math.toRadians(30));

    private final float[] x;
    private final float[] y;
    private final float[] z;
    private final int[] corners;
    private final int triangles;
    /// Face normals as long as twice the face's area.
    private final float[] faces;

    NormalMaker(float[] x, float[] y, float[] z, int[] corners) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.corners = corners;
        triangles = corners.length / 3;
        faces = new float[corners.length];
        for (int t = 0; t < triangles; t++) {
            int a = corners[3 * t];
            int b = corners[3 * t + 1];
            int c = corners[3 * t + 2];
            float ux = x[b] - x[a];
            float uy = y[b] - y[a];
            float uz = z[b] - z[a];
            float vx = x[c] - x[a];
            float vy = y[c] - y[a];
            float vz = z[c] - z[a];
            faces[3 * t] = uy * vz - uz * vy;
            faces[3 * t + 1] = uz * vx - ux * vz;
            faces[3 * t + 2] = ux * vy - uy * vx;
        }
    }

    /// Each corner has its face's normal.
    int[] flat() {
        int[] normals = new int[corners.length];
        for (int t = 0; t < triangles; t++) {
            Arrays.fill(normals, 3 * t, 3 * t + 3,
                    Normals.pack(faces[3 * t], faces[3 * t + 1], faces[3 * t + 2]));
        }
        return normals;
    }

    /// Each corner has the mean normal of those faces round its point that meet its own face at less than 30°.
    int[] smooth() {
        int[] begin = new int[x.length + 1];
        for (int p : corners) {
            begin[p + 1]++;
        }
        for (int p = 0; p < x.length; p++) {
            begin[p + 1] += begin[p];
        }
        int[] next = begin.clone();
        int[] around = new int[corners.length];
        for (int c = 0; c < corners.length; c++) {
            around[next[corners[c]]++] = c / 3;
        }
        int[] normals = new int[corners.length];
        for (int c = 0; c < corners.length; c++) {
            normals[c] = mean(c / 3, around, begin[corners[c]], begin[corners[c] + 1]);
        }
        return normals;
    }

    private int mean(int face, int[] around, int from, int to) {
        double sx = 0;
        double sy = 0;
        double sz = 0;
        // A point where very many faces meet (the tip of a cone) is not worth the time of all pairs.
        int end = Math.min(to, from + 64);
        for (int i = from; i < end; i++) {
            int other = around[i];
            if (other == face || cosine(face, other) > CREASE) {
                sx += faces[3 * other];
                sy += faces[3 * other + 1];
                sz += faces[3 * other + 2];
            }
        }
        return sx == 0 && sy == 0 && sz == 0
                ? Normals.pack(faces[3 * face], faces[3 * face + 1], faces[3 * face + 2])
                : Normals.pack(sx, sy, sz);
    }

    private double cosine(int s, int t) {
        double dot = dot(s, t);
        double length = Math.sqrt(dot(s, s) * dot(t, t));
        return length == 0 ? 1 : dot / length;
    }

    private double dot(int s, int t) {
        return (double) faces[3 * s] * faces[3 * t] + (double) faces[3 * s + 1] * faces[3 * t + 1]
                + (double) faces[3 * s + 2] * faces[3 * t + 2];
    }

    /// Pairs of points, one pair per visible edge.
    int[] edges() {
        long[] keys = new long[corners.length];
        for (int t = 0; t < triangles; t++) {
            for (int k = 0; k < 3; k++) {
                long a = corners[3 * t + k];
                long b = corners[3 * t + (k + 1) % 3];
                keys[3 * t + k] = Math.min(a, b) << 32 | Math.max(a, b);
            }
        }
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int[] firstFace = new int[sorted.length];
        int[] faceCount = new int[sorted.length];
        boolean[] sharp = new boolean[sorted.length];
        for (int c = 0; c < keys.length; c++) {
            int at = first(sorted, keys[c]);
            if (faceCount[at]++ == 0) {
                firstFace[at] = c / 3;
            } else {
                sharp[at] |= cosine(firstFace[at], c / 3) < CREASE;
            }
        }
        int[] edges = new int[16];
        int used = 0;
        for (int i = 0; i < sorted.length; i++) {
            int a = (int) (sorted[i] >>> 32);
            int b = (int) sorted[i];
            if (faceCount[i] > 0 && a != b && (sharp[i] || faceCount[i] == 1)) {
                if (used + 2 > edges.length) {
                    edges = Arrays.copyOf(edges, used * 2);
                }
                edges[used++] = a;
                edges[used++] = b;
            }
        }
        return Arrays.copyOf(edges, used);
    }

    private static int first(long[] sorted, long key) {
        int lo = 0;
        int hi = sorted.length - 1;
        while (lo < hi) {
            int middle = (lo + hi) >>> 1;
            if (sorted[middle] < key) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo;
    }
}
