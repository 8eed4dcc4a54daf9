package org.commonwright.raster;

/// Two lamps that go with the camera: one from the upper left, a weaker one from the right, and what comes from all sides.
final class Light {
    private static final double[] KEY = {-0.5, 0.5, -0.8};
    private static final double[] FILL = {0.8, -0.15, -0.6};
    private static final float AMBIENT = 0.36f;
    private static final float KEY_STRENGTH = 0.60f;
    private static final float FILL_STRENGTH = 0.22f;
    private static final float SHINE = 0.16f;

    private final float[] key;
    private final float[] fill;
    private final float[] half;
    private final float[] eye;
    private final float[] right;
    private final float[] up;

    Light(Camera camera) {
        double[] r = camera.right();
        double[] u = camera.up();
        right = new float[]{(float) r[0], (float) r[1], (float) r[2]};
        up = new float[]{(float) u[0], (float) u[1], (float) u[2]};
        key = world(camera, KEY);
        fill = world(camera, FILL);
        double[] f = camera.forward();
        eye = new float[]{(float) -f[0], (float) -f[1], (float) -f[2]};
        half = unit(key[0] + eye[0], key[1] + eye[1], key[2] + eye[2]);
    }

    private static float[] world(Camera camera, double[] lamp) {
        double[] r = camera.right();
        double[] u = camera.up();
        double[] f = camera.forward();
        double[] w = new double[3];
        for (int k = 0; k < 3; k++) {
            w[k] = r[k] * lamp[0] + u[k] * lamp[1] + f[k] * lamp[2];
        }
        return unit(w[0], w[1], w[2]);
    }

    private static float[] unit(double x, double y, double z) {
        double n = Math.sqrt(x * x + y * y + z * z);
        return new float[]{(float) (x / n), (float) (y / n), (float) (z / n)};
    }

    /// A surface's colour by its normal (of any length). One that is seen from behind is darker.
    int shade(int colour, float nx, float ny, float nz) {
        float length = (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
        float one = length == 0 ? 0 : 1 / length;
        float facing = (nx * eye[0] + ny * eye[1] + nz * eye[2]) * one;
        float sign = facing < -0.02f ? -one : one;
        float k = Math.max(0, (nx * key[0] + ny * key[1] + nz * key[2]) * sign);
        float f = Math.max(0, (nx * fill[0] + ny * fill[1] + nz * fill[2]) * sign);
        float bright = AMBIENT + KEY_STRENGTH * k + FILL_STRENGTH * f;
        float h = Math.max(0, (nx * half[0] + ny * half[1] + nz * half[2]) * sign);
        float h2 = h * h;
        float h4 = h2 * h2;
        float h16 = h4 * h4 * h4 * h4;
        return scale(colour, facing < -0.02f ? bright * 0.6f : bright, SHINE * h16 * h16);
    }

    /// A line's colour by its direction: brightest square to the lamp, as a thin round bar would be.
    int shadeLine(int colour, float dx, float dy, float dz) {
        float length2 = dx * dx + dy * dy + dz * dz;
        if (length2 == 0) {
            return colour;
        }
        float along = dx * key[0] + dy * key[1] + dz * key[2];
        float across = (float) Math.sqrt(Math.max(0, 1 - along * along / length2));
        return scale(colour, 0.7f + 0.3f * across, 0);
    }

    /// A round bar's colour, `right` and `up` of its middle in the picture (parts of its radius).
    int shadeBar(int colour, float toRight, float toUp) {
        float towards = (float) Math.sqrt(Math.max(0.05f, 1 - toRight * toRight - toUp * toUp));
        return shade(colour, right[0] * toRight + up[0] * toUp + eye[0] * towards,
                right[1] * toRight + up[1] * toUp + eye[1] * towards,
                right[2] * toRight + up[2] * toUp + eye[2] * towards);
    }

    private static int scale(int colour, float by, float add) {
        float plus = 255 * add;
        int r = (int) Math.min(255, (colour >> 16 & 255) * by + plus);
        int g = (int) Math.min(255, (colour >> 8 & 255) * by + plus);
        int b = (int) Math.min(255, (colour & 255) * by + plus);
        return 0xff000000 | r << 16 | g << 8 | b;
    }
}
