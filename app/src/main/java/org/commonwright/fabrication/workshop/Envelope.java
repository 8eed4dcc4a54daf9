package org.commonwright.fabrication.workshop;

/// A size in millimetres along a machine's axes.
public record Envelope(double x, double y, double z) {
    public Envelope {
        if (!(x >= 0 && y >= 0 && z >= 0) || Double.isInfinite(x + y + z)) {
            throw new IllegalArgumentException("not a size: " + x + " × " + y + " × " + z);
        }
    }

    /// A measured size to the micrometre: what floats leave behind that must not decide whether a job fits.
    public static Envelope rounded(double x, double y, double z) {
        return new Envelope(micrometres(x), micrometres(y), micrometres(z));
    }

    private static double micrometres(double millimetres) {
        return Math.round(millimetres * 1000) / 1000.0;
    }
}
