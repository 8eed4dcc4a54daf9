package org.commonwright.raster;

import org.commonwright.model.Bounds;

/// A cone that stands on its tip: the tool.
final class Cone {
    private static final int SIDES = 24;

    private Cone() {}

    static MeshModel of(Scene.Tool tool) {
        float[] x = new float[SIDES + 2];
        float[] y = new float[SIDES + 2];
        float[] z = new float[SIDES + 2];
        double radius = tool.size() / 3;
        for (int i = 0; i < SIDES; i++) {
            double angle = 2 * Math.PI * i / SIDES;
            x[i] = (float) (tool.x() + radius * Math.cos(angle));
            y[i] = (float) (tool.y() + radius * Math.sin(angle));
            z[i] = (float) (tool.z() + tool.size());
        }
        x[SIDES] = x[SIDES + 1] = (float) tool.x();
        y[SIDES] = y[SIDES + 1] = (float) tool.y();
        z[SIDES] = (float) tool.z();
        z[SIDES + 1] = (float) (tool.z() + tool.size());
        int[] corners = new int[6 * SIDES];
        for (int i = 0; i < SIDES; i++) {
            int j = (i + 1) % SIDES;
            int at = 6 * i;
            corners[at] = SIDES;
            corners[at + 1] = j;
            corners[at + 2] = i;
            corners[at + 3] = SIDES + 1;
            corners[at + 4] = i;
            corners[at + 5] = j;
        }
        var normals = new NormalMaker(x, y, z, corners);
        Bounds box = tool.bounds();
        return new MeshModel(x, y, z, corners, normals.smooth(), new int[0], new byte[0], true, box);
    }
}
