package org.commonwright.mesh;

/// Where a part was put: every point times a matrix, then shifted.
public final class Placing {
    /// Where it was.
    static final Placing NONE = new Placing(new double[]{1, 0, 0, 0, 1, 0, 0, 0, 1}, 0, 0, 0);

    private final double[] matrix;
    private final double dx;
    private final double dy;
    private final double dz;

    /// @param matrix 3×3, rows one after another
    Placing(double[] matrix, double dx, double dy, double dz) {
        this.matrix = matrix.clone();
        this.dx = dx;
        this.dy = dy;
        this.dz = dz;
    }

    /// Where a point is now: x, y, z in mm.
    public double[] of(double x, double y, double z) {
        return Mesh.moved(new double[]{x, y, z}, matrix, dx, dy, dz);
    }
}
