package org.commonwright.raster;

import java.util.Arrays;

/// What one worker draws into: for each pixel the nearest thing so far, as its depth (upper half, a float's bits, which sort as
/// numbers do) and its number (lower half). Because the smaller number wins between equal depths, the picture does not depend
/// on who draws what first.
final class Target {
    /// Farther than everything.
    static final long NOTHING = Long.MAX_VALUE;
    /// How many points of a line are projected at once.
    static final int CHUNK = 4096;

    final int[] sx = new int[CHUNK + 1];
    final int[] sy = new int[CHUNK + 1];
    final float[] depth = new float[CHUNK + 1];
    final float[] a = new float[3];
    final float[] b = new float[3];
    final float[] c = new float[3];
    final TriangleRaster triangles = new TriangleRaster();
    final LineRaster lines = new LineRaster();
    long[] keys = new long[0];
    int width;
    int height;
    private boolean clean;

    /// Makes it that large and empty.
    void clear(int w, int h) {
        int size = w * h;
        if (keys.length < size) {
            keys = new long[size];
            clean = false;
        }
        if (!clean || width != w || height != h) {
            Arrays.fill(keys, 0, size, NOTHING);
        }
        clean = true;
        width = w;
        height = h;
    }

    /// Something is about to be drawn.
    void touch() {
        clean = false;
    }

    /// Nothing was drawn since it was cleared.
    boolean isClean() {
        return clean;
    }

    static long key(float depth, int number) {
        return (long) Float.floatToRawIntBits(depth) << 32 | number;
    }
}
