package org.commonwright.machine.heightmap;

import java.util.Arrays;

/// The heights of a surface on a grid, in mm of the work coordinates that were in force when it was probed. Between the points
/// it is the bilinear interpolation of the four around, outside the grid the height of its edge.
public final class HeightMap {
    private final ProbeGrid grid;
    private final Origin origin;
    private final double[] heights;

    /// @param heights one for each point of the grid, NaN where it was not probed
    public HeightMap(ProbeGrid grid, Origin origin, double[] heights) {
        if (heights.length != grid.size()) {
            throw new IllegalArgumentException(heights.length + " heights for " + grid);
        }
        this.grid = grid;
        this.origin = origin;
        this.heights = heights.clone();
    }

    /// Where a map comes from.
    ///
    /// @param machine firmware and version
    /// @param program the program's name that it was probed for, empty for none
    /// @param probed when, as ISO 8601 has it; empty when not known
    public record Origin(String machine, String program, String probed) {}

    /// A map of which nothing is known yet.
    public static HeightMap empty(ProbeGrid grid, Origin origin) {
        double[] heights = new double[grid.size()];
        Arrays.fill(heights, Double.NaN);
        return new HeightMap(grid, origin, heights);
    }

    /// The same, probed by this machine; one that says by which it was begun keeps that.
    public HeightMap by(String machine) {
        return origin.machine().isEmpty()
                ? new HeightMap(grid, new Origin(machine, origin.program(), origin.probed()), heights)
                : this;
    }

    public ProbeGrid grid() {
        return grid;
    }

    public Origin origin() {
        return origin;
    }

    /// The height of one point of the grid; NaN when it was not probed.
    public double at(int point) {
        return heights[point];
    }

    /// The same with one more height.
    HeightMap with(int point, double height) {
        double[] more = heights.clone();
        more[point] = height;
        return new HeightMap(grid, origin, more);
    }

    /// How many points were probed.
    public int known() {
        return (int) Arrays.stream(heights).filter(z -> !Double.isNaN(z)).count();
    }

    public boolean isComplete() {
        return known() == heights.length;
    }

    /// NaN when nothing was probed.
    public double lowest() {
        return Arrays.stream(heights).filter(z -> !Double.isNaN(z)).min().orElse(Double.NaN);
    }

    /// NaN when nothing was probed.
    public double highest() {
        return Arrays.stream(heights).filter(z -> !Double.isNaN(z)).max().orElse(Double.NaN);
    }

    /// The height at a place; NaN next to a point that was not probed.
    public double height(double x, double y) {
        double u = Math.clamp((x - grid.minX()) / grid.stepX(), 0, grid.columns() - 1.0);
        double v = Math.clamp((y - grid.minY()) / grid.stepY(), 0, grid.rows() - 1.0);
        int i = Math.min((int) u, grid.columns() - 2);
        int j = Math.min((int) v, grid.rows() - 2);
        int corner = j * grid.columns() + i;
        double low = mix(heights[corner], heights[corner + 1], u - i);
        double high = mix(heights[corner + grid.columns()], heights[corner + grid.columns() + 1], u - i);
        return mix(low, high, v - j);
    }

    /// How much the cell around a place is twisted: the part of its height that bends along a slanting line.
    double twist(double x, double y) {
        int i = (int) Math.clamp((x - grid.minX()) / grid.stepX(), 0, grid.columns() - 2.0);
        int j = (int) Math.clamp((y - grid.minY()) / grid.stepY(), 0, grid.rows() - 2.0);
        int corner = j * grid.columns() + i;
        return heights[corner] - heights[corner + 1] - heights[corner + grid.columns()]
                + heights[corner + grid.columns() + 1];
    }

    private static double mix(double a, double b, double part) {
        return part == 0 ? a : a + (b - a) * part;
    }
}
