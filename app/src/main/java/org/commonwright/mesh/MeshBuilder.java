package org.commonwright.mesh;

import java.util.Arrays;

/// Collects triangles and welds corners that lie at exactly the same place, by an open hash table over primitive arrays.
final class MeshBuilder {
    private double[] points;
    private int count;
    private int[] corners;
    private int used;
    private int[] table;

    /// @param expected how many triangles are to come
    MeshBuilder(int expected) {
        points = new double[3 * Math.max(16, expected / 2 + 16)];
        corners = new int[3 * Math.max(16, expected)];
        table = new int[Math.max(64, Integer.highestOneBit(Math.max(16, expected)) * 2)];
        Arrays.fill(table, -1);
    }

    /// A corner of the triangle that is being made; every third call ends one.
    void corner(double x, double y, double z) {
        corner(point(x, y, z));
    }

    /// The same for a point that is known.
    void corner(int point) {
        if (used == corners.length) {
            corners = Arrays.copyOf(corners, used + (used >> 1) / 3 * 3 + 3);
        }
        corners[used++] = point;
    }

    /// How many triangles are whole.
    int triangles() {
        return used / 3;
    }

    /// The point at that place; minus zero is zero.
    int point(double xx, double yy, double zz) {
        double x = xx + 0.0;
        double y = yy + 0.0;
        double z = zz + 0.0;
        int mask = table.length - 1;
        int at = hash(x, y, z) & mask;
        while (table[at] >= 0) {
            int p = 3 * table[at];
            if (points[p] == x && points[p + 1] == y && points[p + 2] == z) {
                return table[at];
            }
            at = at + 1 & mask;
        }
        return add(x, y, z, at);
    }

    private int add(double x, double y, double z, int at) {
        int p = 3 * count;
        if (p == points.length) {
            points = Arrays.copyOf(points, p + (count >> 1) * 3 + 3);
        }
        points[p] = x;
        points[p + 1] = y;
        points[p + 2] = z;
        table[at] = count++;
        if (count > table.length / 2) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        Arrays.fill(larger, -1);
        int mask = larger.length - 1;
        for (int i = 0; i < count; i++) {
            int at = hash(points[3 * i], points[3 * i + 1], points[3 * i + 2]) & mask;
            while (larger[at] >= 0) {
                at = at + 1 & mask;
            }
            larger[at] = i;
        }
        table = larger;
    }

    private static int hash(double x, double y, double z) {
        int h = bits(x) * 0x9E3779B1;
        h = (h ^ bits(y)) * 0x85EBCA6B;
        h = (h ^ h >>> 15 ^ bits(z)) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    private static int bits(double v) {
        long bits = Double.doubleToRawLongBits(v);
        return (int) (bits ^ bits >>> 32);
    }

    Mesh build(MeshFormat format) {
        return new Mesh(format, Arrays.copyOf(points, 3 * count), Arrays.copyOf(corners, used));
    }
}
