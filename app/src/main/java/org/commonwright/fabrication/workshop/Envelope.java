package org.commonwright.fabrication.workshop;

/// A size in millimetres along a machine's axes.
public record Envelope(double x, double y, double z) {
    public Envelope {
        if (!(x >= 0 && y >= 0 && z >= 0) || Double.isInfinite(x + y + z)) {
            throw new IllegalArgumentException("not a size: " + x + " × " + y + " × " + z);
        }
    }

    /// Whether this fits into `other` without being turned: G-code cannot be turned.
    public boolean fitsInto(Envelope other) {
        return x <= other.x && y <= other.y && z <= other.z;
    }
}
