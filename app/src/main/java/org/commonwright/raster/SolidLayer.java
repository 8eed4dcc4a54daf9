package org.commonwright.raster;

/// A mesh's triangles.
final class SolidLayer implements Layer {
    private final MeshModel model;
    private final int[] sx;
    private final int[] sy;
    private final float[] depth;
    private int colour;
    private int mark;
    private Light light;

    SolidLayer(MeshModel model, Light light) {
        this.model = model;
        this.light = light;
        sx = new int[model.x.length];
        sy = new int[model.x.length];
        depth = new float[model.x.length];
    }

    /// How it is coloured in the next picture.
    SolidLayer in(int newColour, int newMark, Light newLight) {
        colour = newColour;
        mark = newMark;
        light = newLight;
        return this;
    }

    MeshModel model() {
        return model;
    }

    int screenX(int point) {
        return sx[point];
    }

    int screenY(int point) {
        return sy[point];
    }

    float depth(int point) {
        return depth[point];
    }

    @Override
    public int parts() {
        return model.triangles();
    }

    @Override
    public int points() {
        return model.x.length;
    }

    @Override
    public void project(View view, int from, int to) {
        view.project(model.x, model.y, model.z, from, to, sx, sy, depth, from);
    }

    @Override
    public void draw(View view, Target target, int from, int to, int number) {
        int[] corners = model.corners;
        boolean cull = model.closed;
        for (int t = from; t < to; t++) {
            int a = corners[3 * t];
            int b = corners[3 * t + 1];
            int c = corners[3 * t + 2];
            float za = depth[a];
            float zb = depth[b];
            float zc = depth[c];
            if (view.perspective && (za < 0 || zb < 0 || zc < 0)) {
                if (za >= 0 || zb >= 0 || zc >= 0) {
                    new NearClip(view, target, number + t).triangle(model, a, b, c);
                }
            } else {
                target.triangles.fill(target, sx[a], sy[a], za, sx[b], sy[b], zb, sx[c], sy[c], zc, number + t, cull);
            }
        }
    }

    @Override
    public int colour(int part, int px, int py) {
        int[] n = model.normals;
        int na = n[3 * part];
        int nb = n[3 * part + 1];
        int nc = n[3 * part + 2];
        if (na == nb && nb == nc && model.marks.length == 0) {
            return light.shade(colour, Normals.x(na), Normals.y(na), Normals.z(na));
        }
        int a = model.corners[3 * part];
        int b = model.corners[3 * part + 1];
        int c = model.corners[3 * part + 2];
        float x = px * View.SUB + View.SUB / 2f;
        float y = py * View.SUB + View.SUB / 2f;
        float wa = area(sx[b], sy[b], sx[c], sy[c], x, y);
        float wb = area(sx[c], sy[c], sx[a], sy[a], x, y);
        float wc = area(sx[a], sy[a], sx[b], sy[b], x, y);
        float sum = wa + wb + wc;
        float one = sum == 0 ? 0 : 1 / sum;
        wa = sum == 0 ? 1 : Math.clamp(wa * one, 0, 1);
        wb = Math.clamp(wb * one, 0, 1);
        wc = Math.clamp(wc * one, 0, 1);
        int base = colour;
        if (model.marks.length > 0) {
            float marked = (model.marks[a] & 255) * wa + (model.marks[b] & 255) * wb + (model.marks[c] & 255) * wc;
            base = Colours.mix(colour, mark, Math.min(1, marked / 255));
        }
        return light.shade(base, Normals.x(na) * wa + Normals.x(nb) * wb + Normals.x(nc) * wc,
                Normals.y(na) * wa + Normals.y(nb) * wb + Normals.y(nc) * wc,
                Normals.z(na) * wa + Normals.z(nb) * wb + Normals.z(nc) * wc);
    }

    private static float area(float x0, float y0, float x1, float y1, float x2, float y2) {
        return (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    }
}
