package org.commonwright.raster;

import org.commonwright.gcode.MoveKind;

/// A toolpath's pieces.
final class RouteLayer implements Layer {
    private final Scene.Route route;
    private final PathModel model;
    private final Light light;
    private final int first;
    private final int count;
    private final boolean[] shown = new boolean[Byte.MAX_VALUE];

    RouteLayer(Scene.Route route, Light light) {
        this.route = route;
        this.light = light;
        model = route.model();
        first = model.firstPiece(route.from());
        count = Math.max(0, model.firstPiece(route.to()) - first);
        for (int kind = 0; kind < MoveKind.values().length; kind++) {
            shown[kind] = route.colours().shows(kind);
        }
    }

    @Override
    public int parts() {
        return count;
    }

    @Override
    public void draw(View view, Target t, int from, int to, int number) {
        int base = first + from;
        int n = to - from;
        view.project(model.x, model.y, model.z, base, base + n + 1, t.sx, t.sy, t.depth, 0);
        byte[] kinds = model.kinds;
        int[] sx = t.sx;
        int[] sy = t.sy;
        float[] depth = t.depth;
        boolean joined = false;
        int wide = route.wide();
        for (int i = 0; i < n; i++) {
            if (!shown[kinds[base + i]]) {
                joined = false;
                continue;
            }
            float z0 = depth[i];
            float z1 = depth[i + 1];
            if (view.perspective && (z0 < 0 || z1 < 0)) {
                clip(view, t, base + i, number + from + i);
                joined = false;
            } else {
                t.lines.draw(t, sx[i], sy[i], z0, sx[i + 1], sy[i + 1], z1, number + from + i, joined, wide);
                joined = true;
            }
        }
    }

    /// A piece that the near plane cuts.
    private void clip(View view, Target t, int s, int number) {
        float before = view.beforeNear(model.x[s], model.y[s], model.z[s]);
        float after = view.beforeNear(model.x[s + 1], model.y[s + 1], model.z[s + 1]);
        if (before < 0 && after < 0) {
            return;
        }
        float part = before / (before - after);
        float x = model.x[s] + (model.x[s + 1] - model.x[s]) * part;
        float y = model.y[s] + (model.y[s + 1] - model.y[s]) * part;
        float z = model.z[s] + (model.z[s + 1] - model.z[s]) * part;
        int far = before >= 0 ? s : s + 1;
        if (view.point(x, y, z, t.a) && view.point(model.x[far], model.y[far], model.z[far], t.b)) {
            t.lines.draw(t, (int) (t.a[0] * View.SUB), (int) (t.a[1] * View.SUB), Math.max(0, t.a[2]),
                    (int) (t.b[0] * View.SUB), (int) (t.b[1] * View.SUB), t.b[2], number, false, route.wide());
        }
    }

    @Override
    public int colour(int part, int px, int py) {
        int s = first + part;
        int colour = route.colours().colour(model.kinds[s], model.move(s) < route.done());
        return light.shadeLine(colour, model.x[s + 1] - model.x[s], model.y[s + 1] - model.y[s],
                model.z[s + 1] - model.z[s]);
    }

    /// The move that a part belongs to.
    int move(int part) {
        return model.move(first + part);
    }
}
