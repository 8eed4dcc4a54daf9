package org.commonwright.raster;

/// Unit vectors in 30 bits: 10 for each of x, y and z.
final class Normals {
    private static final float STEPS = 511;

    private Normals() {}

    /// Packs a vector of any length; a vector of no length points up.
    static int pack(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        if (length == 0) {
            return pack(0, 0, 1);
        }
        return field(x / length) << 20 | field(y / length) << 10 | field(z / length);
    }

    private static int field(double v) {
        return (int) Math.rint(v * STEPS) + 512;
    }

    static float x(int packed) {
        return ((packed >> 20 & 1023) - 512) / STEPS;
    }

    static float y(int packed) {
        return ((packed >> 10 & 1023) - 512) / STEPS;
    }

    static float z(int packed) {
        return ((packed & 1023) - 512) / STEPS;
    }
}
