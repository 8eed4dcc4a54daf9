package org.commonwright.raster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cube that turns with the camera: its faces, edges and corners are the directions from which one may look. The plane of the
/// picture has its origin in the cube's middle, x to the right, y down; the cube reaches from -1 to 1 on each of its axes.
public final class ViewCube {
    /// From here on to the rim, a face's place belongs to the edge.
    private static final double RIM = 0.62;

    private ViewCube() {}

    /// The sides as people call them.
    public enum Side {
        RIGHT(1, 0, 0), LEFT(-1, 0, 0), BACK(0, 1, 0), FRONT(0, -1, 0), TOP(0, 0, 1), BOTTOM(0, 0, -1);

        private final double[] normal;

        Side(double x, double y, double z) {
            normal = new double[]{x, y, z};
        }
    }

    /// A side that is seen, its four corners in the picture.
    ///
    /// @param light how much it faces the viewer, 0 to 1
    public record Face(Side side, double[] x, double[] y, double light) {}

    /// The sides that are seen.
    public static List<Face> faces(Camera camera) {
        List<Face> seen = new ArrayList<>();
        for (Side side : Side.values()) {
            double facing = -dot(side.normal, camera.forward());
            if (facing > 0.02) {
                double[][] axes = axes(side);
                double[] x = new double[4];
                double[] y = new double[4];
                for (int corner = 0; corner < 4; corner++) {
                    double a = corner == 0 || corner == 3 ? -1 : 1;
                    double b = corner < 2 ? -1 : 1;
                    double[] point = sum(side.normal, axes[0], a, axes[1], b);
                    x[corner] = dot(point, camera.right());
                    y[corner] = -dot(point, camera.up());
                }
                seen.add(new Face(side, x, y, facing));
            }
        }
        return seen;
    }

    /// The camera as it looks at what was clicked: a face from straight before it, an edge or a corner from between.
    ///
    /// @return null beside the cube
    public static @Nullable Camera clicked(Camera camera, double x, double y) {
        for (Side side : Side.values()) {
            double facing = -dot(side.normal, camera.forward());
            if (facing > 0.02) {
                double[][] axes = axes(side);
                // The place on the face under the pixel: its two coordinates solve two linear equations.
                double ax = dot(axes[0], camera.right());
                double ay = -dot(axes[0], camera.up());
                double bx = dot(axes[1], camera.right());
                double by = -dot(axes[1], camera.up());
                double px = x - dot(side.normal, camera.right());
                double py = y + dot(side.normal, camera.up());
                double det = ax * by - ay * bx;
                double a = (px * by - py * bx) / det;
                double b = (ax * py - ay * px) / det;
                if (Math.abs(a) <= 1 && Math.abs(b) <= 1) {
                    return from(camera, sum(side.normal, axes[0], rim(a), axes[1], rim(b)));
                }
            }
        }
        return null;
    }

    private static double rim(double place) {
        return Math.abs(place) < RIM ? 0 : Math.signum(place);
    }

    /// Looking from that direction at the middle.
    private static Camera from(Camera camera, double[] d) {
        double flat = Math.hypot(d[0], d[1]);
        double pitch = Math.atan2(d[2], flat);
        double yaw = flat < 1e-9 ? 0 : Math.atan2(d[0], -d[1]);
        return camera.looking(yaw, pitch);
    }

    private static double[][] axes(Side side) {
        return switch (side) {
            case RIGHT, LEFT -> new double[][]{{0, 1, 0}, {0, 0, 1}};
            case FRONT, BACK -> new double[][]{{1, 0, 0}, {0, 0, 1}};
            case TOP, BOTTOM -> new double[][]{{1, 0, 0}, {0, 1, 0}};
        };
    }

    private static double[] sum(double[] n, double[] u, double a, double[] v, double b) {
        return new double[]{n[0] + a * u[0] + b * v[0], n[1] + a * u[1] + b * v[1], n[2] + a * u[2] + b * v[2]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
