package org.commonwright.raster;

/// Draws lines into a [Target], each pixel of the longer direction once. Ends in sixteenths of a pixel.
final class LineRaster {
    private static final int SHIFT = 4;
    /// 16 bits behind the point while stepping.
    private static final int FINE = 12;

    /// @param joined whether the pixel at the beginning is already there
    /// @param wide   pixels across, at least 1; above 2 a bar is drawn round the line
    void draw(Target t, int x0, int y0, float z0, int x1, int y1, float z1, int number, boolean joined, int wide) {
        int w = (t.width << SHIFT) - 1;
        int h = (t.height << SHIFT) - 1;
        if ((x0 | y0 | x1 | y1 | w - x0 | w - x1 | h - y0 | h - y1) >= 0) {
            inside(t, x0, y0, z0, x1, y1, z1, number, joined, wide);
        } else if (!((x0 & x1) < 0 || (y0 & y1) < 0 || (w - x0 & w - x1) < 0 || (h - y0 & h - y1) < 0)) {
            clip(t, x0, y0, z0, x1, y1, z1, number, wide, w, h);
        }
    }

    private static void inside(Target t, int x0, int y0, float z0, int x1, int y1, float z1, int number,
            boolean joined, int wide) {
        int dx = x1 - x0;
        int dy = y1 - y0;
        int longer = Math.max(Math.abs(dx), Math.abs(dy));
        int steps = longer + View.SUB - 1 >> SHIFT;
        if (wide == 2) {
            beside(t, x0, y0, z0, x1, y1, z1, number, joined);
        } else if (wide > 2) {
            bar(t, x0, y0, z0, x1, y1, z1, number, wide);
        }
        long[] keys = t.keys;
        int width = t.width;
        if (steps <= 1) {
            if (!joined) {
                put(keys, (y0 >> SHIFT) * width + (x0 >> SHIFT), z0, number);
            }
            put(keys, (y1 >> SHIFT) * width + (x1 >> SHIFT), z1, number);
            return;
        }
        float one = 1f / steps;
        int stepX = (int) ((dx << FINE) * one);
        int stepY = (int) ((dy << FINE) * one);
        float stepZ = (z1 - z0) * one;
        int x = x0 << FINE;
        int y = y0 << FINE;
        float z = z0;
        int i = 0;
        if (joined) {
            i = 1;
            x += stepX;
            y += stepY;
            z += stepZ;
        }
        for (; i <= steps; i++) {
            put(keys, (y >> SHIFT + FINE) * width + (x >> SHIFT + FINE), z, number);
            x += stepX;
            y += stepY;
            z += stepZ;
        }
    }

    /// The same line one pixel down or right of it, across its longer direction.
    private static void beside(Target t, int x0, int y0, float z0, int x1, int y1, float z1, int number,
            boolean joined) {
        boolean flat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
        int right = flat ? 0 : View.SUB;
        int down = flat ? View.SUB : 0;
        if (Math.max(x0, x1) + right < t.width << SHIFT && Math.max(y0, y1) + down < t.height << SHIFT) {
            inside(t, x0 + right, y0 + down, z0, x1 + right, y1 + down, z1, number, joined, 1);
        }
    }

    /// A rectangle round the line, half its width longer at both ends so that bends have no gap.
    private static void bar(Target t, int x0, int y0, float z0, int x1, int y1, float z1, int number, int wide) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.sqrt(dx * dx + dy * dy);
        double half = wide * View.SUB / 2.0;
        double alongX = length == 0 ? half : dx / length * half;
        double alongY = length == 0 ? 0 : dy / length * half;
        int ax = (int) (x0 - alongX * 0.5 - alongY);
        int ay = (int) (y0 - alongY * 0.5 + alongX);
        int bx = (int) (x0 - alongX * 0.5 + alongY);
        int by = (int) (y0 - alongY * 0.5 - alongX);
        int cx = (int) (x1 + alongX * 0.5 + alongY);
        int cy = (int) (y1 + alongY * 0.5 - alongX);
        int ex = (int) (x1 + alongX * 0.5 - alongY);
        int ey = (int) (y1 + alongY * 0.5 + alongX);
        t.triangles.fill(t, ax, ay, z0, bx, by, z0, cx, cy, z1, number, false);
        t.triangles.fill(t, ax, ay, z0, cx, cy, z1, ex, ey, z1, number, false);
    }

    private static void put(long[] keys, int at, float z, int number) {
        long key = Target.key(z, number);
        if (key < keys[at]) {
            keys[at] = key;
        }
    }

    /// Liang and Barsky: the part of the line that is within the picture.
    private static void clip(Target t, int x0, int y0, float z0, int x1, int y1, float z1, int number, int wide, int w,
            int h) {
        double dx = (double) x1 - x0;
        double dy = (double) y1 - y0;
        double from = 0;
        double to = 1;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {x0, (double) w - x0, y0, (double) h - y0};
        for (int side = 0; side < 4; side++) {
            if (p[side] == 0 && q[side] < 0) {
                return;
            }
            if (p[side] < 0) {
                from = Math.max(from, q[side] / p[side]);
            } else if (p[side] > 0) {
                to = Math.min(to, q[side] / p[side]);
            }
        }
        if (from <= to) {
            int ax = Math.clamp((int) (x0 + dx * from), 0, w);
            int ay = Math.clamp((int) (y0 + dy * from), 0, h);
            int bx = Math.clamp((int) (x0 + dx * to), 0, w);
            int by = Math.clamp((int) (y0 + dy * to), 0, h);
            inside(t, ax, ay, (float) (z0 + (z1 - z0) * from), bx, by, (float) (z0 + (z1 - z0) * to), number, false,
                    wide);
        }
    }
}
