package org.commonwright.raster;

import org.commonwright.gcode.MoveKind;
import org.jspecify.annotations.Nullable;

/// A toolpath's pieces.
final class RouteLayer implements Layer {
    private static final int EXTRUDE = MoveKind.EXTRUDE.ordinal();
    /// How wide a printed bead is, mm: a little more than the usual nozzle.
    private static final double BEAD = 0.42;
    /// From this width on, in pixels, a bead is shaded as a round bar.
    private static final int ROUND = 3;
    private static final int WIDEST = 64;

    private final Scene.Route route;
    private final View view;
    /// Samples across a line.
    private final int thin;
    /// Samples across a printed bead.
    private final int bead;
    private final PathModel model;
    private final Light light;
    private final int first;
    private final int count;
    private final @Nullable Section section;
    private final boolean choosy;
    private final boolean[] shown = new boolean[PathModel.GAP + 1];

    RouteLayer(Scene.Route route, View view, Light light, Quality quality) {
        this.route = route;
        this.light = light;
        this.view = view;
        model = quality == Quality.DRAFT ? route.model().coarse() : route.model();
        int pixels = (int) Math.round(Math.min(BEAD * view.pixelsPerMm(), WIDEST));
        section = route.section();
        choosy = route.colours().hidesClasses();
        thin = quality == Quality.FINE ? 2 * route.wide() : route.wide();
        bead = quality == Quality.FINE ? Math.max(thin, pixels) : thin;
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
    public void draw(View in, Target t, int from, int to, int number) {
        int base = first + from;
        int n = to - from;
        in.project(model.x, model.y, model.z, base, base + n + 1, t.sx, t.sy, t.depth, 0);
        byte[] kinds = model.kinds;
        int[] sx = t.sx;
        int[] sy = t.sy;
        float[] depth = t.depth;
        boolean joined = false;
        for (int i = 0; i < n; i++) {
            int wide = kinds[base + i] == EXTRUDE ? bead : thin;
            if (!shown[kinds[base + i]] || choosy && !chosen(base + i)) {
                joined = false;
                continue;
            }
            if (section != null && !whole(section, base + i)) {
                cut(section, in, t, base + i, number + from + i, wide);
                joined = false;
                continue;
            }
            float z0 = depth[i];
            float z1 = depth[i + 1];
            if (in.perspective && (z0 < 0 || z1 < 0)) {
                clip(in, t, base + i, number + from + i);
                joined = false;
            } else {
                t.lines.draw(t, sx[i], sy[i], z0, sx[i + 1], sy[i + 1], z1, number + from + i, joined, wide);
                joined = true;
            }
        }
    }

    private boolean chosen(int s) {
        return route.colours().showsMove(model.kinds[s], model.move(s));
    }

    /// Whether the section leaves the piece as it is.
    private boolean whole(Section cut, int s) {
        return cut.inside(model.x[s], model.y[s], model.z[s]) >= 0
                && cut.inside(model.x[s + 1], model.y[s + 1], model.z[s + 1]) >= 0;
    }

    /// A piece that the section cuts or removes. One that the near plane cuts as well is left out.
    private void cut(Section cut, View in, Target t, int s, int number, int wide) {
        float before = cut.inside(model.x[s], model.y[s], model.z[s]);
        float after = cut.inside(model.x[s + 1], model.y[s + 1], model.z[s + 1]);
        if (before < 0 && after < 0) {
            return;
        }
        float[] at = between(s, before / (before - after));
        int kept = before >= 0 ? s : s + 1;
        if (in.beforeNear(at[0], at[1], at[2]) >= 0
                && in.beforeNear(model.x[kept], model.y[kept], model.z[kept]) >= 0) {
            line(in, t, at, kept, number, wide);
        }
    }

    private float[] between(int s, float part) {
        return new float[]{model.x[s] + (model.x[s + 1] - model.x[s]) * part,
                model.y[s] + (model.y[s + 1] - model.y[s]) * part, model.z[s] + (model.z[s + 1] - model.z[s]) * part};
    }

    /// A piece that the near plane cuts.
    private void clip(View in, Target t, int s, int number) {
        float before = in.beforeNear(model.x[s], model.y[s], model.z[s]);
        float after = in.beforeNear(model.x[s + 1], model.y[s + 1], model.z[s + 1]);
        if (before < 0 && after < 0) {
            return;
        }
        line(in, t, between(s, before / (before - after)), before >= 0 ? s : s + 1, number, thin);
    }

    private void line(View in, Target t, float[] at, int to, int number, int wide) {
        if (in.point(at[0], at[1], at[2], t.a) && in.point(model.x[to], model.y[to], model.z[to], t.b)) {
            t.lines.draw(t, (int) (t.a[0] * View.SUB), (int) (t.a[1] * View.SUB), Math.max(0, t.a[2]),
                    (int) (t.b[0] * View.SUB), (int) (t.b[1] * View.SUB), t.b[2], number, false, wide);
        }
    }

    @Override
    public int colour(int part, int px, int py) {
        int s = first + part;
        int colour = route.colours().colour(model.kinds[s], model.move(s), model.move(s) < route.done());
        float ax = model.x[s];
        float ay = model.y[s];
        float az = model.z[s];
        float bx = model.x[s + 1];
        float by = model.y[s + 1];
        float bz = model.z[s + 1];
        if (model.kinds[s] != EXTRUDE || bead < ROUND) {
            return light.shadeLine(colour, bx - ax, by - ay, bz - az);
        }
        float x0 = view.across(ax, ay, az);
        float y0 = view.down(ax, ay, az);
        float dx = view.across(bx, by, bz) - x0;
        float dy = view.down(bx, by, bz) - y0;
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        if (length == 0) {
            return light.shadeLine(colour, bx - ax, by - ay, bz - az);
        }
        // How far the pixel is from the bead's middle line, in parts of the bead's radius.
        float off = ((px + 0.5f - x0) * dy - (py + 0.5f - y0) * dx) / length;
        float part2 = Math.clamp(off * 2 / bead, -0.97f, 0.97f);
        return light.shadeBar(colour, part2 * dy / length, part2 * dx / length);
    }

    /// The move that a part belongs to.
    int move(int part) {
        return model.move(first + part);
    }
}
