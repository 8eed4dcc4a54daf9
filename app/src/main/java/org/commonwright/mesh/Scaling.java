package org.commonwright.mesh;

import java.util.stream.DoubleStream;
import org.commonwright.model.Bounds;
import org.jspecify.annotations.Nullable;

/// By which factors one box must grow along x, y and z to be as large as another.
///
/// @param x       factor along x
/// @param y       factor along y
/// @param z       factor along z
public record Scaling(double x, double y, double z) {
    private static final double INCH = 25.4;
    private static final double[] USUAL = {INCH, 1 / INCH, 1000, 0.001, 100, 0.01, 10, 0.1, 2, 0.5};
    private static final double NEAR = 1e-5;

    /// @param slack mm of the new box in which equal factors may differ
    /// @return null when the boxes are equally large, or when one is flat where the other is not
    static @Nullable Scaling between(Bounds from, Bounds to, double slack) {
        double[] a = {from.sizeX(), from.sizeY(), from.sizeZ()};
        double[] b = {to.sizeX(), to.sizeY(), to.sizeZ()};
        double[] f = new double[3];
        int longest = 0;
        for (int k = 0; k < 3; k++) {
            if (a[k] == 0 != (b[k] == 0)) {
                return null;
            }
            longest = a[k] > a[longest] ? k : longest;
        }
        boolean same = true;
        for (int k = 0; k < 3; k++) {
            double one = b[longest] / a[longest];
            double own = a[k] == 0 ? one : b[k] / a[k];
            f[k] = Math.abs(own - one) * a[k] <= slack ? one : own;
            same &= Math.abs(b[k] - a[k]) <= slack;
        }
        return same || a[longest] == 0 ? null : new Scaling(usual(f[0]), usual(f[1]), usual(f[2]));
    }

    private static double usual(double factor) {
        return DoubleStream.of(USUAL).filter(known -> Math.abs(factor / known - 1) < NEAR).findFirst().orElse(factor);
    }

    /// Whether all three are the same.
    public boolean uniform() {
        return x == y && y == z;
    }

    /// A part that was read in inches where it is in mm.
    public boolean inchesAsMm() {
        return uniform() && x == 1 / INCH;
    }

    /// A part that was in inches and was read in mm, and is right now; or one in mm that was read as if in inches.
    public boolean mmAsInches() {
        return uniform() && x == INCH;
    }

    double[] matrix() {
        return new double[]{x, 0, 0, 0, y, 0, 0, 0, z};
    }
}
