package org.commonwright.raster;

/// A mesh's visible edges, drawn a little nearer than its faces.
final class EdgeLayer implements Layer {
    private static final float NEARER = 4e-4f;

    private final SolidLayer solid;
    private final int colour;

    EdgeLayer(SolidLayer solid, int colour) {
        this.solid = solid;
        this.colour = colour;
    }

    @Override
    public int parts() {
        return solid.model().edges.length / 2;
    }

    @Override
    public void draw(View view, Target target, int from, int to, int number) {
        int[] edges = solid.model().edges;
        for (int e = from; e < to; e++) {
            int a = edges[2 * e];
            int b = edges[2 * e + 1];
            float za = solid.depth(a);
            float zb = solid.depth(b);
            if (!view.perspective || za >= 0 && zb >= 0) {
                target.lines.draw(target, solid.screenX(a), solid.screenY(a), Math.max(0, za - NEARER),
                        solid.screenX(b), solid.screenY(b), Math.max(0, zb - NEARER), number + e, false, 1);
            }
        }
    }

    @Override
    public int colour(int part, int px, int py) {
        return colour;
    }
}
