package org.commonwright.raster;

import org.commonwright.model.Bounds;

/// A grid's lines and the axes.
final class GridLayer implements Layer {
    private final float[] from;
    private final float[] to;
    private final int[] colours;
    private int count;

    GridLayer(Scene.Grid grid) {
        int most = 2 * (Scene.Grid.MOST + 1) + 3;
        from = new float[3 * most];
        to = new float[3 * most];
        colours = new int[most];
        Bounds b = grid.bounds();
        double z = grid.z();
        if (grid.colour() != 0) {
            int columns = (int) Math.min(Scene.Grid.MOST, Math.round(b.sizeX() / grid.step()));
            int rows = (int) Math.min(Scene.Grid.MOST, Math.round(b.sizeY() / grid.step()));
            for (int i = 0; i <= columns; i++) {
                double x = b.minX() + i * grid.step();
                add(x, b.minY(), z, x, b.maxY(), z, grid.colour());
            }
            for (int i = 0; i <= rows; i++) {
                double y = b.minY() + i * grid.step();
                add(b.minX(), y, z, b.maxX(), y, z, grid.colour());
            }
        }
        double reach = 2 * grid.step();
        add(0, 0, 0, reach, 0, 0, grid.xAxis());
        add(0, 0, 0, 0, reach, 0, grid.yAxis());
        add(0, 0, 0, 0, 0, reach, grid.zAxis());
    }

    private void add(double x0, double y0, double z0, double x1, double y1, double z1, int colour) {
        if (colour != 0) {
            put(from, x0, y0, z0);
            put(to, x1, y1, z1);
            colours[count++] = colour;
        }
    }

    private void put(float[] into, double x, double y, double z) {
        into[3 * count] = (float) x;
        into[3 * count + 1] = (float) y;
        into[3 * count + 2] = (float) z;
    }

    @Override
    public int parts() {
        return count;
    }

    @Override
    public void draw(View view, Target t, int first, int end, int number) {
        for (int i = first; i < end; i++) {
            int k = 3 * i;
            float before = view.beforeNear(from[k], from[k + 1], from[k + 2]);
            float after = view.beforeNear(to[k], to[k + 1], to[k + 2]);
            if (before < 0 && after < 0) {
                continue;
            }
            float begin = before < 0 ? before / (before - after) : 0;
            float stop = after < 0 ? before / (before - after) : 1;
            if (at(view, k, begin, t.a) && at(view, k, stop, t.b)) {
                t.lines.draw(t, (int) (t.a[0] * View.SUB), (int) (t.a[1] * View.SUB), Math.max(0, t.a[2]),
                        (int) (t.b[0] * View.SUB), (int) (t.b[1] * View.SUB), Math.max(0, t.b[2]), number + i, false,
                        1);
            }
        }
    }

    private boolean at(View view, int k, float part, float[] out) {
        return view.point(from[k] + (to[k] - from[k]) * part, from[k + 1] + (to[k + 1] - from[k + 1]) * part,
                from[k + 2] + (to[k + 2] - from[k + 2]) * part, out);
    }

    @Override
    public int colour(int part, int px, int py) {
        return colours[part];
    }
}
