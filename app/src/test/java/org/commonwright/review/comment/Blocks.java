package org.commonwright.review.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Blocks as STL texts.
final class Blocks {
    private Blocks() {}

    static double[] corners(double... box) {
        return box;
    }

    static byte[] block(double... box) {
        return union(box);
    }

    /// Each side in many triangles.
    static byte[] finer(double x0, double y0, double z0, double x1, double y1, double z1) {
        return write(quads(x0, y0, z0, x1, y1, z1), 4);
    }

    static byte[] union(double[]... boxes) {
        List<double[][]> quads = new ArrayList<>();
        for (double[] b : boxes) {
            quads.addAll(quads(b[0], b[1], b[2], b[3], b[4], b[5]));
        }
        return write(quads, 1);
    }

    private static List<double[][]> quads(double x0, double y0, double z0, double x1, double y1, double z1) {
        double[][] p = {{x0, y0, z0}, {x1, y0, z0}, {x1, y1, z0}, {x0, y1, z0}, {x0, y0, z1}, {x1, y0, z1},
                {x1, y1, z1}, {x0, y1, z1}};
        int[][] sides = {{0, 3, 2, 1}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}};
        List<double[][]> quads = new ArrayList<>();
        for (int[] s : sides) {
            quads.add(new double[][]{p[s[0]], p[s[1]], p[s[2]], p[s[3]]});
        }
        return quads;
    }

    private static byte[] write(List<double[][]> quads, int parts) {
        var out = new StringBuilder("solid block\n");
        for (double[][] q : quads) {
            for (int i = 0; i < parts; i++) {
                for (int j = 0; j < parts; j++) {
                    double[] a = at(q, i, j, parts);
                    double[] b = at(q, i + 1, j, parts);
                    double[] c = at(q, i + 1, j + 1, parts);
                    double[] d = at(q, i, j + 1, parts);
                    triangle(out, a, b, c);
                    triangle(out, a, c, d);
                }
            }
        }
        return out.append("endsolid block\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double[] at(double[][] q, int i, int j, int parts) {
        double u = (double) i / parts;
        double v = (double) j / parts;
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = q[0][k] + u * (q[1][k] - q[0][k]) + v * (q[3][k] - q[0][k]);
        }
        return p;
    }

    private static void triangle(StringBuilder out, double[]... corners) {
        out.append("facet normal 0 0 0\nouter loop\n");
        for (double[] c : corners) {
            out.append(String.format(Locale.ROOT, "vertex %.6f %.6f %.6f%n", c[0], c[1], c[2]));
        }
        out.append("endloop\nendfacet\n");
    }
}
