package org.commonwright.mesh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.commonwright.task.Progress;

/// Triangles for tests: lists of nine numbers, written as STL.
public final class Shapes {
    private Shapes() {}

    public static List<double[]> box(double sx, double sy, double sz) {
        double[][] p = {{0, 0, 0}, {sx, 0, 0}, {sx, sy, 0}, {0, sy, 0}, {0, 0, sz}, {sx, 0, sz}, {sx, sy, sz},
                {0, sy, sz}};
        int[][] quads = {{0, 3, 2, 1}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}};
        List<double[]> triangles = new ArrayList<>();
        for (int[] q : quads) {
            triangles.add(triangle(p[q[0]], p[q[1]], p[q[2]]));
            triangles.add(triangle(p[q[0]], p[q[2]], p[q[3]]));
        }
        return triangles;
    }

    /// A closed, lopsided body: a sphere of that many rings with a bump, so that no turn of it looks the same.
    public static List<double[]> blob(int rings, double radius) {
        int around = 2 * rings;
        List<double[]> triangles = new ArrayList<>();
        for (int i = 0; i < rings; i++) {
            for (int j = 0; j < around; j++) {
                double[] a = blobPoint(i, j, rings, around, radius);
                double[] b = blobPoint(i, j + 1, rings, around, radius);
                double[] c = blobPoint(i + 1, j + 1, rings, around, radius);
                double[] d = blobPoint(i + 1, j, rings, around, radius);
                if (i + 1 < rings) {
                    triangles.add(triangle(a, d, c));
                }
                if (i > 0) {
                    triangles.add(triangle(a, c, b));
                }
            }
        }
        return triangles;
    }

    private static double[] blobPoint(int i, int j, int rings, int around, double radius) {
        double u = Math.PI * i / rings;
        double v = 2 * Math.PI * (j % around) / around;
        double sin = i == 0 || i == rings ? 0 : Math.sin(u);
        double x = sin * Math.cos(v);
        double y = sin * Math.sin(v);
        double z = Math.cos(u);
        double r = radius * (1 + 0.3 * Math.exp(-4 * ((x - 1) * (x - 1) + y * y + z * z)) + 0.1 * y * sin + 0.2 * z);
        return new double[]{float32(r * x), float32(1.3 * r * y), float32(0.8 * r * z)};
    }

    private static double float32(double v) {
        return (float) v;
    }

    private static double[] triangle(double[] a, double[] b, double[] c) {
        return new double[]{a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
    }

    static List<double[]> shuffled(List<double[]> triangles, long seed) {
        List<double[]> copy = new ArrayList<>(triangles);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    /// Every triangle in four.
    static List<double[]> refined(List<double[]> triangles) {
        List<double[]> finer = new ArrayList<>();
        for (double[] t : triangles) {
            double[] a = {t[0], t[1], t[2]};
            double[] b = {t[3], t[4], t[5]};
            double[] c = {t[6], t[7], t[8]};
            double[] ab = middle(a, b);
            double[] bc = middle(b, c);
            double[] ca = middle(c, a);
            finer.add(triangle(a, ab, ca));
            finer.add(triangle(ab, b, bc));
            finer.add(triangle(ca, bc, c));
            finer.add(triangle(ab, bc, ca));
        }
        return finer;
    }

    private static double[] middle(double[] a, double[] b) {
        return new double[]{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2};
    }

    static List<double[]> mapped(List<double[]> triangles, UnaryOperator<double[]> point) {
        return triangles.stream().map(t -> triangle(point.apply(new double[]{t[0], t[1], t[2]}),
                point.apply(new double[]{t[3], t[4], t[5]}), point.apply(new double[]{t[6], t[7], t[8]}))).toList();
    }

    /// Every triangle walked the other way, so that it looks to the other side.
    static List<double[]> turnedOver(List<double[]> triangles) {
        return triangles.stream().map(t -> new double[]{t[0], t[1], t[2], t[6], t[7], t[8], t[3], t[4], t[5]}).toList();
    }

    public static List<double[]> shifted(List<double[]> triangles, double dx, double dy, double dz) {
        return mapped(triangles, p -> new double[]{p[0] + dx, p[1] + dy, p[2] + dz});
    }

    /// Turned about an axis through the origin, by an angle in radians.
    static List<double[]> turned(List<double[]> triangles, double ax, double ay, double az, double angle) {
        double n = Math.sqrt(ax * ax + ay * ay + az * az);
        double x = ax / n;
        double y = ay / n;
        double z = az / n;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return mapped(triangles, p -> {
            double dot = (x * p[0] + y * p[1] + z * p[2]) * (1 - c);
            return new double[]{p[0] * c + (y * p[2] - z * p[1]) * s + x * dot,
                    p[1] * c + (z * p[0] - x * p[2]) * s + y * dot, p[2] * c + (x * p[1] - y * p[0]) * s + z * dot};
        });
    }

    public static byte[] text(List<double[]> triangles) {
        var text = new StringBuilder("solid part\n");
        for (double[] t : triangles) {
            text.append("  facet normal 0 0 0\n    outer loop\n");
            for (int i = 0; i < 9; i += 3) {
                text.append(String.format(Locale.ROOT, "      vertex %.7g %.7g %.7g%n", t[i], t[i + 1], t[i + 2]));
            }
            text.append("    endloop\n  endfacet\n");
        }
        return text.append("endsolid part\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] binary(List<double[]> triangles, String header) {
        var out = ByteBuffer.allocate(84 + 50 * triangles.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.put(header.getBytes(StandardCharsets.US_ASCII)).position(80);
        out.putInt(triangles.size());
        for (double[] t : triangles) {
            out.putFloat(0).putFloat(0).putFloat(0);
            for (double v : t) {
                out.putFloat((float) v);
            }
            out.putShort((short) 0);
        }
        return out.array();
    }

    public static Mesh mesh(List<double[]> triangles) {
        return MeshReader.read(binary(triangles, "made for a test"), "test.stl", Progress.NONE);
    }
}
