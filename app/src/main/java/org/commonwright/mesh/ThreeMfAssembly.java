package org.commonwright.mesh;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.error.Fault;
import org.commonwright.mesh.ThreeMfModel.Body;
import org.commonwright.mesh.ThreeMfModel.Use;

/// Puts a 3MF's build items together into one mesh.
final class ThreeMfAssembly {
    private static final int DEEPEST = 16;
    private static final int MOST_TRIANGLES = 20_000_000;
    private static final String ROOT = "/3D/3dmodel.model";

    private final Map<String, ThreeMfModel> models;
    private final String name;
    private final MeshBuilder builder = new MeshBuilder(1024);
    private final Map<Body, Extent> extents = new IdentityHashMap<>();
    private double unit = 1;

    ThreeMfAssembly(Map<String, ThreeMfModel> models, String name) {
        this.models = models;
        this.name = name;
    }

    Mesh build() {
        String rootPart = models.containsKey(ROOT) ? ROOT : models.keySet().stream().sorted().findFirst().orElseThrow();
        ThreeMfModel root = models.getOrDefault(rootPart, new ThreeMfModel(1, Map.of(), List.of()));
        unit = root.unit();
        double[] still = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
        long size = 0;
        for (Use item : root.items()) {
            size += extent(rootPart, item, 0).size();
        }
        refuse(size > MOST_TRIANGLES);
        for (Use item : root.items()) {
            add(rootPart, item, still);
        }
        return builder.build(MeshFormat.THREE_MF);
    }

    /// What a use comes to.
    ///
    /// @param size   triangles and uses of objects together
    /// @param levels of objects within objects
    private record Extent(long size, int levels) {}

    /// Counted before anything is made of it.
    private Extent extent(String from, Use use, int depth) {
        Body body = body(from, use);
        Extent known = extents.get(body);
        if (known != null) {
            refuse(depth + known.levels() > DEEPEST);
            return known;
        }
        refuse(depth > DEEPEST);
        long size = 1 + body.corners().length / 3;
        int levels = 0;
        for (Use child : body.children()) {
            Extent e = extent(part(from, use), child, depth + 1);
            size = Math.min(size + e.size(), MOST_TRIANGLES + 1L);
            levels = Math.max(levels, e.levels() + 1);
        }
        var extent = new Extent(size, levels);
        extents.put(body, extent);
        return extent;
    }

    private void refuse(boolean tooMuch) {
        if (tooMuch) {
            throw new Fault("mesh.3mf-too-many", name, MOST_TRIANGLES, DEEPEST);
        }
    }

    private static String part(String from, Use use) {
        return use.part() == null ? from : use.part();
    }

    private Body body(String from, Use use) {
        ThreeMfModel model = models.get(part(from, use));
        Body body = model == null ? null : model.objects().get(use.object());
        if (body == null) {
            throw new Fault("mesh.3mf-no-object", name, use.object(), part(from, use));
        }
        return body;
    }

    private void add(String from, Use use, double[] outer) {
        Body body = body(from, use);
        double[] m = times(use.matrix(), outer);
        boolean mirrored = m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]) < 0;
        int[] corners = body.corners();
        for (int t = 0; t < corners.length; t += 3) {
            corner(body.points(), corners[t], m);
            corner(body.points(), corners[mirrored ? t + 2 : t + 1], m);
            corner(body.points(), corners[mirrored ? t + 1 : t + 2], m);
        }
        for (Use child : body.children()) {
            add(part(from, use), child, m);
        }
    }

    private void corner(double[] p, int point, double[] m) {
        double x = p[3 * point];
        double y = p[3 * point + 1];
        double z = p[3 * point + 2];
        builder.corner((x * m[0] + y * m[3] + z * m[6] + m[9]) * unit, (x * m[1] + y * m[4] + z * m[7] + m[10]) * unit,
                (x * m[2] + y * m[5] + z * m[8] + m[11]) * unit);
    }

    /// First `a`, then `b`.
    private static double[] times(double[] a, double[] b) {
        double[] m = new double[12];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 3; c++) {
                double sum = r == 3 ? b[9 + c] : 0;
                for (int k = 0; k < 3; k++) {
                    sum += a[3 * r + k] * b[3 * k + c];
                }
                m[3 * r + c] = sum;
            }
        }
        return m;
    }
}
