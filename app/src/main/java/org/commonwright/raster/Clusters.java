package org.commonwright.raster;

import java.util.Arrays;

/// A mesh with fewer triangles: its box is divided into cells, the points of a cell become one, and triangles that lose a corner
/// vanish (Rossignac and Borrel, "Multi-resolution 3D approximations", 1993).
final class Clusters {
    /// Cells along the box's longest side.
    private static final int CELLS = 160;

    private final MeshModel fine;
    private final int[] clusterOf;
    private int count;
    private float[] x = new float[1024];
    private float[] y = new float[1024];
    private float[] z = new float[1024];
    private int[] members = new int[1024];

    Clusters(MeshModel fine) {
        this.fine = fine;
        clusterOf = new int[fine.x.length];
    }

    MeshModel coarse() {
        gather();
        for (int i = 0; i < count; i++) {
            x[i] /= members[i];
            y[i] /= members[i];
            z[i] /= members[i];
        }
        int[] corners = new int[fine.corners.length / 4 + 3];
        int used = 0;
        for (int c = 0; c < fine.corners.length; c += 3) {
            int p = clusterOf[fine.corners[c]];
            int q = clusterOf[fine.corners[c + 1]];
            int r = clusterOf[fine.corners[c + 2]];
            if (p != q && q != r && r != p) {
                if (used + 3 > corners.length) {
                    corners = Arrays.copyOf(corners, 2 * corners.length + 3);
                }
                corners[used++] = p;
                corners[used++] = q;
                corners[used++] = r;
            }
        }
        float[] cx = Arrays.copyOf(x, count);
        float[] cy = Arrays.copyOf(y, count);
        float[] cz = Arrays.copyOf(z, count);
        int[] kept = Arrays.copyOf(corners, used);
        return new MeshModel(cx, cy, cz, kept, new NormalMaker(cx, cy, cz, kept).smooth(), new int[0], new byte[0],
                fine.closed, fine.bounds());
    }

    private void gather() {
        double size = Math.max(fine.bounds().sizeX(), Math.max(fine.bounds().sizeY(), fine.bounds().sizeZ()));
        float cell = (float) Math.max(size / CELLS, 1e-6);
        float minX = (float) fine.bounds().minX();
        float minY = (float) fine.bounds().minY();
        float minZ = (float) fine.bounds().minZ();
        int mask = Integer.highestOneBit(Math.max(16, fine.x.length)) * 2 - 1;
        int[] keys = new int[mask + 1];
        int[] clusters = new int[mask + 1];
        Arrays.fill(keys, -1);
        for (int p = 0; p < clusterOf.length; p++) {
            int key = ((int) ((fine.x[p] - minX) / cell) << 20) | ((int) ((fine.y[p] - minY) / cell) << 10)
                    | (int) ((fine.z[p] - minZ) / cell);
            int at = key * 0x9E3779B1 >>> 7 & mask;
            while (keys[at] != -1 && keys[at] != key) {
                at = at + 1 & mask;
            }
            if (keys[at] == -1) {
                keys[at] = key;
                clusters[at] = open();
            }
            int c = clusters[at];
            clusterOf[p] = c;
            x[c] += fine.x[p];
            y[c] += fine.y[p];
            z[c] += fine.z[p];
            members[c]++;
        }
    }

    private int open() {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            z = Arrays.copyOf(z, 2 * count);
            members = Arrays.copyOf(members, 2 * count);
        }
        return count++;
    }
}
