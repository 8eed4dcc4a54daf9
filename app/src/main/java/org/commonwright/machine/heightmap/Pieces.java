package org.commonwright.machine.heightmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a straight stretch where the surface under it bends: at the lines of the grid, where it passes the clear height, and
/// inside a twisted cell so often that a straight piece is close to the surface.
final class Pieces {
    /// How far a piece may be off the interpolated surface, in mm.
    static final double CLOSE = 0.002;
    /// Two cuts nearer to each other than this, in mm, are one.
    private static final double SHORTEST = 0.001;

    private final HeightMap map;
    private final double clear;

    Pieces(HeightMap map, double clear) {
        this.map = map;
        this.clear = clear;
    }

    /// The ends of the pieces, in order; the last is `to` itself.
    List<double[]> of(double[] from, double[] to) {
        ProbeGrid grid = map.grid();
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        if (length < SHORTEST) {
            return List.of(to);
        }
        double[] cuts = concat(
                concat(lines(from[0], to[0], grid.minX(), grid.stepX(), grid.columns()),
                        lines(from[1], to[1], grid.minY(), grid.stepY(), grid.rows())),
                lines(from[2], to[2], clear, 1, 1));
        Arrays.sort(cuts);
        List<double[]> ends = new ArrayList<>();
        double before = 0;
        for (double cut : cuts) {
            if ((cut - before) * length > SHORTEST && (1 - cut) * length > SHORTEST) {
                bend(from, to, before, cut, ends);
                before = cut;
            }
        }
        bend(from, to, before, 1, ends);
        ends.set(ends.size() - 1, to);
        return ends;
    }

    /// Where, as parts of the way, a coordinate passes lines at equal distances.
    private static double[] lines(double from, double to, double first, double step, int count) {
        if (from == to) {
            return new double[0];
        }
        double low = Math.max(0, Math.ceil((Math.min(from, to) - first) / step));
        double high = Math.min(count - 1.0, Math.floor((Math.max(from, to) - first) / step));
        double[] parts = new double[(int) Math.max(0, high - low + 1)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (first + (low + i) * step - from) / (to - from);
        }
        return parts;
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /// Along a slanting line in one cell the height is a parabola; its sagitta says how many pieces it needs.
    private void bend(double[] from, double[] to, double begin, double end, List<double[]> ends) {
        double middle = (begin + end) / 2;
        double across = (to[0] - from[0]) * (end - begin) / map.grid().stepX() * ((to[1] - from[1]) * (end - begin)
                / map.grid().stepY());
        double sagitta = Math.abs(map.twist(at(from, to, middle, 0), at(from, to, middle, 1)) * across) / 4;
        int pieces = (int) Math.max(1, Math.ceil(Math.sqrt(sagitta / CLOSE)));
        for (int i = 1; i <= pieces; i++) {
            double part = begin + (end - begin) * i / pieces;
            ends.add(new double[]{at(from, to, part, 0), at(from, to, part, 1), at(from, to, part, 2)});
        }
    }

    private static double at(double[] from, double[] to, double part, int axis) {
        return from[axis] + (to[axis] - from[axis]) * part;
    }
}
