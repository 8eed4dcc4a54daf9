package org.commonwright.raster;

import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.model.Bounds;

/// A mesh made ready to be drawn: points as floats, a normal at each corner, and the edges that a person would draw. About 40
/// bytes a triangle; made once, drawn many times.
public final class MeshModel {
    /// From this many triangles on, a coarse model is made beside.
    private static final int MANY = 250_000;

    final float[] x;
    final float[] y;
    final float[] z;
    final int[] corners;
    /// Normals packed by [Normals], one per corner; the same at all three where the face is flat.
    final int[] normals;
    /// Pairs of points.
    final int[] edges;
    /// How strongly each point is marked, 0 to 255; empty when none is.
    final byte[] marks;
    final boolean closed;
    private final Bounds bounds;
    private MeshModel coarse = this;

    MeshModel(float[] x, float[] y, float[] z, int[] corners, int[] normals, int[] edges, byte[] marks,
            boolean closed, Bounds bounds) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.corners = corners;
        this.normals = normals;
        this.edges = edges;
        this.marks = marks;
        this.closed = closed;
        this.bounds = bounds;
    }

    /// @param smooth whether faces that meet at less than 30° look like one
    public static MeshModel of(Mesh mesh, boolean smooth) {
        int n = mesh.points();
        float[] x = new float[n];
        float[] y = new float[n];
        float[] z = new float[n];
        for (int p = 0; p < n; p++) {
            x[p] = (float) mesh.x(p);
            y[p] = (float) mesh.y(p);
            z[p] = (float) mesh.z(p);
        }
        int[] corners = new int[3 * mesh.triangles()];
        for (int c = 0; c < corners.length; c++) {
            corners[c] = mesh.corner(c / 3, c % 3);
        }
        var normals = new NormalMaker(x, y, z, corners);
        var model = new MeshModel(x, y, z, corners, smooth ? normals.smooth() : normals.flat(), normals.edges(),
                new byte[0], MeshMeasures.of(mesh).closed(), mesh.bounds());
        if (model.triangles() > MANY) {
            model.coarse = new Clusters(model).coarse();
        }
        return model;
    }

    /// The twelve edges of a box and nothing else: to frame a place.
    public static MeshModel frame(Bounds b) {
        float[] x = new float[8];
        float[] y = new float[8];
        float[] z = new float[8];
        int[] edges = new int[24];
        int used = 0;
        for (int p = 0; p < 8; p++) {
            x[p] = (float) ((p & 1) == 0 ? b.minX() : b.maxX());
            y[p] = (float) ((p & 2) == 0 ? b.minY() : b.maxY());
            z[p] = (float) ((p & 4) == 0 ? b.minZ() : b.maxZ());
            for (int axis = 1; axis < 8; axis *= 2) {
                if ((p & axis) == 0) {
                    edges[used++] = p;
                    edges[used++] = p | axis;
                }
            }
        }
        return new MeshModel(x, y, z, new int[0], new int[0], edges, new byte[0], true, b);
    }

    /// The same with fewer triangles, for drafts; this one itself when it has few.
    MeshModel coarse() {
        return coarse;
    }

    /// The same, its points marked: a map of how far it strays from another revision.
    ///
    /// @param strength of each point of the mesh, in its order
    /// @param full     the strength that is marked in full
    public MeshModel marked(float[] strength, float full) {
        byte[] m = new byte[x.length];
        for (int p = 0; p < m.length; p++) {
            // The root shows small strengths too.
            m[p] = (byte) Math.round(255 * Math.sqrt(Math.clamp(strength[p] / full, 0, 1)));
        }
        return new MeshModel(x, y, z, corners, normals, edges, m, closed, bounds);
    }

    public int triangles() {
        return corners.length / 3;
    }

    public Bounds bounds() {
        return bounds;
    }
}
