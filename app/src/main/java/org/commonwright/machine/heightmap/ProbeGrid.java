package org.commonwright.machine.heightmap;

import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Bounds;

/// Where a surface is probed: a grid along the work coordinates' axes, in mm. Points are numbered row by row from the lowest
/// corner, a row going along X.
///
/// @param columns points along X, at least 2
/// @param rows points along Y, at least 2
public record ProbeGrid(double minX, double minY, double stepX, double stepY, int columns, int rows) {
    /// More points along one side than anybody waits for.
    static final int LONGEST_SIDE = 1000;
    static final int MOST_POINTS = 40_000;
    /// Beyond any machine.
    static final double FARTHEST = 100_000;
    /// In mm.
    private static final double NEAR = 0.001;

    /// A grid over an area whose points are at most `step` mm apart; it ends exactly at the area's edges. An area that is no
    /// wider than a line is widened by half a step on both sides.
    ///
    /// @throws Fault `heightmap.no-area` when there is nothing to probe over, `heightmap.bad-step`, or
    ///         `heightmap.too-many-points`
    public static ProbeGrid over(Bounds area, double step) {
        if (!(step >= 0.1 && step <= FARTHEST)) {
            throw new Fault("heightmap.bad-step", step);
        }
        if (!(area.minX() <= area.maxX() && area.minY() <= area.maxY()
                && Math.max(Math.max(-area.minX(), area.maxX()), Math.max(-area.minY(), area.maxY())) <= FARTHEST)) {
            throw new Fault("heightmap.no-area");
        }
        double[] x = side(area.minX(), area.maxX(), step);
        double[] y = side(area.minY(), area.maxY(), step);
        double pointsX = Math.ceil((x[1] - x[0]) / step - 1e-9) + 1;
        double pointsY = Math.ceil((y[1] - y[0]) / step - 1e-9) + 1;
        if (pointsX > LONGEST_SIDE || pointsY > LONGEST_SIDE || pointsX * pointsY > MOST_POINTS) {
            throw new Fault("heightmap.too-many-points", step, Math.round(pointsX * pointsY), MOST_POINTS);
        }
        int columns = Math.max(2, (int) pointsX);
        int rows = Math.max(2, (int) pointsY);
        return new ProbeGrid(x[0], y[0], (x[1] - x[0]) / (columns - 1), (y[1] - y[0]) / (rows - 1), columns, rows);
    }

    private static double[] side(double min, double max, double step) {
        return max - min < step / 100 ? new double[]{min - step / 2, max + step / 2} : new double[]{min, max};
    }

    public int size() {
        return columns * rows;
    }

    public double x(int point) {
        return minX + point % columns * stepX;
    }

    public double y(int point) {
        return minY + Math.floorDiv(point, columns) * stepY;
    }

    public double maxX() {
        return minX + (columns - 1) * stepX;
    }

    public double maxY() {
        return minY + (rows - 1) * stepY;
    }

    /// Whether it has the same points, but for what writing and reading may round.
    public boolean isLike(ProbeGrid other) {
        return columns == other.columns && rows == other.rows && Math.abs(minX - other.minX) < NEAR
                && Math.abs(minY - other.minY) < NEAR && Math.abs(maxX() - other.maxX()) < NEAR
                && Math.abs(maxY() - other.maxY()) < NEAR;
    }

    /// As a part of a sentence: how many points, and where.
    public Messages.Key words() {
        return Messages.Key.of("heightmap.grid", columns, rows, shown(minX), shown(maxX()), shown(minY), shown(maxY()));
    }

    private static double shown(double mm) {
        return Math.round(mm / NEAR) * NEAR;
    }

    /// The point that is probed as the `n`-th: back and forth, so that the way between two is short.
    int inOrder(int n) {
        int row = Math.floorDiv(n, columns);
        int along = n % columns;
        return row * columns + (row % 2 == 0 ? along : columns - 1 - along);
    }

    /// How far a place is outside, in steps; 0 inside.
    double outside(double x, double y) {
        double outX = Math.max(0, Math.max(minX - x, x - maxX())) / stepX;
        double outY = Math.max(0, Math.max(minY - y, y - maxY())) / stepY;
        return Math.max(outX, outY);
    }
}
