package org.commonwright.raster;

/// Fills triangles into a [Target]. A pixel is filled when its middle is inside; one on a shared edge belongs to one of the two
/// triangles only (top-left rule), so that meshes have neither gaps nor double pixels. Corners in sixteenths of a pixel.
final class TriangleRaster {
    private static final int HALF = View.SUB / 2;
    private static final int SHIFT = 4;

    /// @param number what the filled pixels are numbered
    /// @param cull   whether triangles seen from behind are left out
    void fill(Target t, int x0, int y0, float z0, int x1, int y1, float z1, int x2, int y2, float z2, int number,
            boolean cull) {
        int left = Math.max(Math.min(x0, Math.min(x1, x2)) + HALF - 1 >> SHIFT, 0);
        int right = Math.min(Math.max(x0, Math.max(x1, x2)) - HALF >> SHIFT, t.width - 1);
        if (left > right) {
            return;
        }
        int top = Math.max(Math.min(y0, Math.min(y1, y2)) + HALF - 1 >> SHIFT, 0);
        int bottom = Math.min(Math.max(y0, Math.max(y1, y2)) - HALF >> SHIFT, t.height - 1);
        if (top > bottom) {
            return;
        }
        // Rows grow downwards, so what is counter-clockwise in the scene has a negative area here.
        long area = (long) (x1 - x0) * (y2 - y0) - (long) (x2 - x0) * (y1 - y0);
        if (area == 0 || cull && area > 0) {
            return;
        }
        if (area < 0) {
            scan(t, x0, y0, z0, x2, y2, z2, x1, y1, z1, -area, number, left, right, top, bottom);
        } else {
            scan(t, x0, y0, z0, x1, y1, z1, x2, y2, z2, area, number, left, right, top, bottom);
        }
    }

    private static void scan(Target t, int x0, int y0, float z0, int x1, int y1, float z1, int x2, int y2, float z2,
            long area, int number, int left, int right, int top, int bottom) {
        long px = ((long) left << SHIFT) + HALF;
        long py = ((long) top << SHIFT) + HALF;
        int dx01 = x1 - x0;
        int dy01 = y1 - y0;
        int dx12 = x2 - x1;
        int dy12 = y2 - y1;
        int dx20 = x0 - x2;
        int dy20 = y0 - y2;
        // Each is positive inside; an edge that is neither top nor left needs to be passed by more than nothing.
        long e0 = dx12 * (py - y1) - dy12 * (px - x1) - (topLeft(dx12, dy12) ? 0 : 1);
        long e1 = dx20 * (py - y2) - dy20 * (px - x2) - (topLeft(dx20, dy20) ? 0 : 1);
        long e2 = dx01 * (py - y0) - dy01 * (px - x0) - (topLeft(dx01, dy01) ? 0 : 1);
        if (left == right && top == bottom) {
            if ((e0 | e1 | e2) >= 0) {
                put(t, top * t.width + left, Target.key((z0 + z1 + z2) * (1 / 3f), number));
            }
            return;
        }
        float scale = 1f / area;
        // z = z0 + (z1 - z0) e1 / area + (z2 - z0) e2 / area
        float zx = -((z1 - z0) * dy20 + (z2 - z0) * dy01) * scale;
        float zy = ((z1 - z0) * dx20 + (z2 - z0) * dx01) * scale;
        float zRow = z0 + (px - x0) * zx + (py - y0) * zy;
        float low = Math.min(z0, Math.min(z1, z2));
        float high = Math.max(z0, Math.max(z1, z2));
        zx *= View.SUB;
        zy *= View.SUB;
        long[] keys = t.keys;
        for (int y = top; y <= bottom; y++) {
            long a = e0;
            long b = e1;
            long c = e2;
            float z = zRow;
            int at = y * t.width + left;
            int end = y * t.width + right;
            boolean inside = false;
            for (; at <= end; at++) {
                if ((a | b | c) >= 0) {
                    inside = true;
                    long key = Target.key(Math.min(Math.max(z, low), high), number);
                    if (key < keys[at]) {
                        keys[at] = key;
                    }
                } else if (inside) {
                    // A row of a triangle is one piece.
                    break;
                }
                a -= (long) dy12 << SHIFT;
                b -= (long) dy20 << SHIFT;
                c -= (long) dy01 << SHIFT;
                z += zx;
            }
            e0 += (long) dx12 << SHIFT;
            e1 += (long) dx20 << SHIFT;
            e2 += (long) dx01 << SHIFT;
            zRow += zy;
        }
    }

    private static boolean topLeft(int dx, int dy) {
        return dy < 0 || dy == 0 && dx > 0;
    }

    private static void put(Target t, int at, long key) {
        if (key < t.keys[at]) {
            t.keys[at] = key;
        }
    }
}
