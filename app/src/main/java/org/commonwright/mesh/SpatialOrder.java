package org.commonwright.mesh;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.commonwright.model.Bounds;

/// An order in which neighbours in space mostly follow each other: along a Z-shaped curve through a grid of the box (Morton 1966).
/// Who asks about things in this order finds the last answer near the next, and in the processor's cache.
final class SpatialOrder {
    private static final int MOST_BITS = 20;

    private SpatialOrder() {}

    /// @param n   how many things, numbered from 0
    /// @param box that holds their places
    static int[] of(int n, IntToDoubleFunction x, IntToDoubleFunction y, IntToDoubleFunction z, Bounds box) {
        int numberBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, n - 1)));
        int bits = Math.min(MOST_BITS, (63 - numberBits) / 3);
        double largest = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        double unit = ((1 << bits) - 1) / Math.max(largest, Double.MIN_NORMAL);
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            long place = spread((x.applyAsDouble(i) - box.minX()) * unit)
                    | spread((y.applyAsDouble(i) - box.minY()) * unit) << 1
                    | spread((z.applyAsDouble(i) - box.minZ()) * unit) << 2;
            keys[i] = place << numberBits | i;
        }
        Arrays.parallelSort(keys);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) (keys[i] & (1L << numberBits) - 1);
        }
        return order;
    }

    /// Two empty bits before each of the lowest 20 bits.
    private static long spread(double value) {
        long v = Math.clamp((long) value, 0, (1 << MOST_BITS) - 1);
        v = (v | v << 32) & 0x1f00000000ffffL;
        v = (v | v << 16) & 0x1f0000ff0000ffL;
        v = (v | v << 8) & 0x100f00f00f00f00fL;
        v = (v | v << 4) & 0x10c30c30c30c30c3L;
        return (v | v << 2) & 0x1249249249249249L;
    }
}
