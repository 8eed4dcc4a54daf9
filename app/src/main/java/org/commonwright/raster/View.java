package org.commonwright.raster;

import org.commonwright.model.Bounds;

/// A camera over a picture of a certain size: takes points of the scene to pixels and depths.
///
/// Depth is 0 at the near plane and 1 at the far plane, linear across the picture. In perspective a point nearer than the near
/// plane gets a negative depth and no place.
final class View {
    /// Pixels are divided in that many steps for triangles' corners.
    static final int SUB = 16;
    private static final float FARTHEST = 1e8f;

    final int width;
    final int height;
    final boolean perspective;
    /// Three rows: right, down (both times the pixels per mm), forward; with the shift that puts the target in the middle.
    private final float[] m = new float[12];
    private final float middleX;
    private final float middleY;
    private final float depthScale;
    private final float depthShift;
    private final float near;
    private final double pixelsPerMm;

    View(Camera camera, int width, int height, Bounds scene) {
        this.width = width;
        this.height = height;
        perspective = camera.perspective();
        middleX = width / 2f;
        middleY = height / 2f;
        double[] r = camera.right();
        double[] u = camera.up();
        double[] f = camera.forward();
        double distance = camera.height() / 2 / Math.tan(Camera.FIELD_OF_VIEW / 2);
        pixelsPerMm = height / camera.height();
        double scale = perspective ? pixelsPerMm * distance : pixelsPerMm;
        row(0, r, scale, camera);
        row(4, u, -scale, camera);
        row(8, f, 1, camera);
        double middle = scene.isEmpty()
                ? 0
                : f[0] * (scene.centreX() - camera.x())
                        + f[1] * (scene.centreY() - camera.y()) + f[2] * (scene.centreZ() - camera.z());
        double radius = Math.max(scene.diagonal() / 2 * 1.01, camera.height() * 1e-3);
        if (perspective) {
            m[11] += (float) distance;
            double n = Math.max(distance + middle - radius, distance * 0.01);
            double far = Math.max(distance + middle + radius, n * 1.01);
            near = (float) n;
            depthScale = (float) (-1 / (1 / n - 1 / far));
            depthShift = (float) (1 / n / (1 / n - 1 / far));
        } else {
            near = 0;
            depthScale = (float) (1 / (2 * radius));
            depthShift = (float) ((radius - middle) / (2 * radius));
        }
    }

    private void row(int at, double[] axis, double scale, Camera c) {
        for (int k = 0; k < 3; k++) {
            m[at + k] = (float) (axis[k] * scale);
        }
        m[at + 3] = (float) (-(axis[0] * c.x() + axis[1] * c.y() + axis[2] * c.z()) * scale);
    }

    /// Pixels that a millimetre takes at the target.
    double pixelsPerMm() {
        return pixelsPerMm;
    }

    /// Takes points `[from, to)` to pixels (in parts of a [#SUB]th) and depths, written from `at`.
    void project(float[] x, float[] y, float[] z, int from, int to, int[] sx, int[] sy, float[] depth, int at) {
        if (perspective) {
            projectFar(x, y, z, from, to, sx, sy, depth, at);
        } else {
            projectFlat(x, y, z, from, to, sx, sy, depth, at);
        }
    }

    private void projectFlat(float[] x, float[] y, float[] z, int from, int to, int[] sx, int[] sy, float[] depth,
            int at) {
        float ax = m[0] * SUB;
        float ay = m[1] * SUB;
        float az = m[2] * SUB;
        float a = (m[3] + middleX) * SUB;
        float bx = m[4] * SUB;
        float by = m[5] * SUB;
        float bz = m[6] * SUB;
        float b = (m[7] + middleY) * SUB;
        float cx = m[8] * depthScale;
        float cy = m[9] * depthScale;
        float cz = m[10] * depthScale;
        float c = m[11] * depthScale + depthShift;
        int shift = at - from;
        for (int i = from; i < to; i++) {
            sx[i + shift] = (int) (ax * x[i] + ay * y[i] + az * z[i] + a);
            sy[i + shift] = (int) (bx * x[i] + by * y[i] + bz * z[i] + b);
            depth[i + shift] = cx * x[i] + cy * y[i] + cz * z[i] + c;
        }
    }

    private void projectFar(float[] x, float[] y, float[] z, int from, int to, int[] sx, int[] sy, float[] depth,
            int at) {
        float cx = middleX * SUB;
        float cy = middleY * SUB;
        int shift = at - from;
        for (int i = from; i < to; i++) {
            float w = m[8] * x[i] + m[9] * y[i] + m[10] * z[i] + m[11];
            float one = 1 / w;
            float px = (m[0] * x[i] + m[1] * y[i] + m[2] * z[i] + m[3]) * one * SUB + cx;
            float py = (m[4] * x[i] + m[5] * y[i] + m[6] * z[i] + m[7]) * one * SUB + cy;
            sx[i + shift] = (int) px;
            sy[i + shift] = (int) py;
            depth[i + shift] = w < near ? -1 : one * depthScale + depthShift;
        }
    }

    /// How far before the near plane a point is; negative behind it (towards the eye). Endless without perspective.
    float beforeNear(float x, float y, float z) {
        return perspective ? m[8] * x + m[9] * y + m[10] * z + m[11] - near : Float.POSITIVE_INFINITY;
    }

    /// One point: `out` gets x and y in pixels and the depth.
    ///
    /// @return whether it has a place in the picture's plane
    boolean point(float x, float y, float z, float[] out) {
        float w = perspective ? m[8] * x + m[9] * y + m[10] * z + m[11] : 1;
        if (perspective && w < near * 0.999f) {
            return false;
        }
        float one = 1 / w;
        out[0] = (m[0] * x + m[1] * y + m[2] * z + m[3]) * one + middleX;
        out[1] = (m[4] * x + m[5] * y + m[6] * z + m[7]) * one + middleY;
        out[2] = perspective
                ? one * depthScale + depthShift
                : (m[8] * x + m[9] * y + m[10] * z + m[11]) * depthScale + depthShift;
        return Math.abs(out[0]) < FARTHEST && Math.abs(out[1]) < FARTHEST;
    }

    /// Where a point is across the picture, in pixels. It must be beyond the near plane.
    float across(float x, float y, float z) {
        float v = m[0] * x + m[1] * y + m[2] * z + m[3];
        return (perspective ? v / far(x, y, z) : v) + middleX;
    }

    /// Where a point is down the picture, in pixels. It must be beyond the near plane.
    float down(float x, float y, float z) {
        float v = m[4] * x + m[5] * y + m[6] * z + m[7];
        return (perspective ? v / far(x, y, z) : v) + middleY;
    }

    private float far(float x, float y, float z) {
        return Math.max(near, m[8] * x + m[9] * y + m[10] * z + m[11]);
    }
}
