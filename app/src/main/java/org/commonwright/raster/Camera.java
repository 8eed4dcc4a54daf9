package org.commonwright.raster;

import org.commonwright.model.Bounds;

/// Where a picture is taken from: it looks at a target, from a yaw and a pitch around it; z is up.
///
/// @param x           the target, mm
/// @param y           the target, mm
/// @param z           the target, mm
/// @param yaw         radians; 0 looks along +y (from the front), growing turns the camera to the right round the target
/// @param pitch       radians; 0 is level, π/2 looks straight down
/// @param height      how many mm fit into the picture's height at the target
/// @param perspective whether what is farther is smaller
public record Camera(double x, double y, double z, double yaw, double pitch, double height, boolean perspective) {
    /// The angle that the picture's height takes in perspective, in radians.
    static final double FIELD_OF_VIEW = Math.toRadians(30);
    private static final double MARGIN = 1.08;
    /// In front of everything that there is, mm.
    private static final double FAR = 1e6;

    public Camera {
        height = Math.clamp(height, 1e-4, 1e7);
        pitch = Math.clamp(pitch, -Math.PI / 2, Math.PI / 2);
    }

    /// From the front right and above: the view that a part is first shown in.
    public static Camera home(boolean perspective) {
        return new Camera(0, 0, 0, Math.toRadians(-35), Math.toRadians(28), 100, perspective);
    }

    public Camera front() {
        return looking(0, 0);
    }

    public Camera side() {
        return looking(Math.PI / 2, 0);
    }

    public Camera top() {
        return looking(0, Math.PI / 2);
    }

    public Camera looking(double toYaw, double toPitch) {
        return new Camera(x, y, z, toYaw, toPitch, height, perspective);
    }

    public Camera withPerspective(boolean wanted) {
        return new Camera(x, y, z, yaw, pitch, height, wanted);
    }

    /// Turns round the target.
    public Camera orbit(double byYaw, double byPitch) {
        return looking(yaw + byYaw, pitch + byPitch);
    }

    /// Nearer for factors above 1.
    public Camera zoom(double factor) {
        return new Camera(x, y, z, yaw, pitch, height / factor, perspective);
    }

    /// Moves the target within the picture's plane, by parts of the picture's height, right and up.
    public Camera pan(double right, double up) {
        double[] r = right();
        double[] u = up();
        double dr = right * height;
        double du = up * height;
        return new Camera(x + r[0] * dr + u[0] * du, y + r[1] * dr + u[1] * du, z + r[2] * dr + u[2] * du, yaw, pitch,
                height, perspective);
    }

    /// The same direction, the whole box in a picture of that size.
    public Camera fit(Bounds box, int width, int imageHeight) {
        if (box.isEmpty()) {
            return this;
        }
        double[] r = right();
        double[] u = up();
        double[] f = forward();
        double high = extent(box, u);
        double wide = extent(box, r);
        double deep = extent(box, f);
        double needed = Math.max(high, wide * imageHeight / width) * MARGIN;
        if (perspective) {
            // The nearest side of the box is larger than its middle.
            needed += deep * Math.tan(FIELD_OF_VIEW / 2);
        }
        return new Camera(box.centreX(), box.centreY(), box.centreZ(), yaw, pitch, Math.max(needed, 0.1), perspective);
    }

    private static double extent(Bounds b, double[] axis) {
        return Math.abs(axis[0]) * b.sizeX() + Math.abs(axis[1]) * b.sizeY() + Math.abs(axis[2]) * b.sizeZ();
    }

    /// The ray that a place of a picture looks along: where it begins (x, y, z), and its direction.
    ///
    /// @param px pixels from the left
    /// @param py pixels from above
    /// @param width of the picture, pixels
    /// @param imageHeight of the picture, pixels
    public double[][] ray(double px, double py, double width, double imageHeight) {
        double[] r = right();
        double[] u = up();
        double[] f = forward();
        double across = (px - width / 2) * height / imageHeight;
        double above = (imageHeight / 2 - py) * height / imageHeight;
        double back = perspective ? height / 2 / Math.tan(FIELD_OF_VIEW / 2) : FAR;
        double[] target = {x, y, z};
        double[] from = new double[3];
        double[] along = new double[3];
        for (int k = 0; k < 3; k++) {
            double beside = r[k] * across + u[k] * above;
            from[k] = target[k] - f[k] * back + (perspective ? 0 : beside);
            along[k] = f[k] * back + (perspective ? beside : 0);
        }
        return new double[][]{from, along};
    }

    double[] right() {
        return new double[]{Math.cos(yaw), Math.sin(yaw), 0};
    }

    double[] up() {
        return new double[]{-Math.sin(yaw) * Math.sin(pitch), Math.cos(yaw) * Math.sin(pitch), Math.cos(pitch)};
    }

    double[] forward() {
        return new double[]{-Math.sin(yaw) * Math.cos(pitch), Math.cos(yaw) * Math.cos(pitch), -Math.sin(pitch)};
    }
}
