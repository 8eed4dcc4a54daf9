package org.commonwright.raster;

/// A triangle that the near plane cuts: what is beyond it is drawn, as one or two triangles. Rare, so it may make objects.
final class NearClip {
    private final View view;
    private final Target target;
    private final int number;
    private final float[][] corner = new float[4][3];
    private int count;

    NearClip(View view, Target target, int number) {
        this.view = view;
        this.target = target;
        this.number = number;
    }

    void triangle(MeshModel m, int a, int b, int c) {
        int[] p = {a, b, c};
        for (int i = 0; i < 3; i++) {
            int from = p[i];
            int to = p[(i + 1) % 3];
            float before = view.beforeNear(m.x[from], m.y[from], m.z[from]);
            float after = view.beforeNear(m.x[to], m.y[to], m.z[to]);
            if (before >= 0) {
                add(m.x[from], m.y[from], m.z[from]);
            }
            if (before >= 0 != after >= 0) {
                float part = before / (before - after);
                add(m.x[from] + (m.x[to] - m.x[from]) * part, m.y[from] + (m.y[to] - m.y[from]) * part,
                        m.z[from] + (m.z[to] - m.z[from]) * part);
            }
        }
        float[][] screen = new float[count][3];
        for (int i = 0; i < count; i++) {
            if (!view.point(corner[i][0], corner[i][1], corner[i][2], screen[i])) {
                return;
            }
        }
        for (int i = 2; i < count; i++) {
            target.triangles.fill(target, sub(screen[0][0]), sub(screen[0][1]), screen[0][2], sub(screen[i - 1][0]),
                    sub(screen[i - 1][1]), screen[i - 1][2], sub(screen[i][0]), sub(screen[i][1]), screen[i][2],
                    number, false);
        }
    }

    private void add(float x, float y, float z) {
        if (count < 4) {
            corner[count][0] = x;
            corner[count][1] = y;
            corner[count][2] = z;
            count++;
        }
    }

    private static int sub(float pixels) {
        return (int) (pixels * View.SUB);
    }
}
