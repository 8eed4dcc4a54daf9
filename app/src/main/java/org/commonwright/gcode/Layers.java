package org.commonwright.gcode;

import java.util.Arrays;

/// A toolpath's layers in the order in which they are made: each is a run of moves. Where the slicer says where layers begin that
/// holds; else a layer begins with the first move that works at another height. A program whose height changes nearly all the time,
/// such as a curved surface that is milled, has one layer.
public final class Layers {
    /// Heights nearer than this are one, mm.
    private static final float SAME = 0.005f;
    /// With fewer working moves than this to a layer, on the average, heights say nothing.
    private static final int FEW = 3;
    /// So many layers may be that thin all the same: a drilling plan's, a few squares.
    private static final int SOME = 64;

    private int count;
    private int[] first = new int[16];
    private float[] z = new float[16];
    private final int moves;

    private Layers(int moves) {
        this.moves = moves;
    }

    public static Layers of(Toolpath path) {
        Stretches marks = path.layerMarks();
        Layers layers = marks.size() > 1 ? marked(path, marks) : byHeight(path);
        if (layers.count == 0) {
            layers.add(0, 0);
        }
        layers.first = Arrays.copyOf(layers.first, layers.count);
        layers.z = Arrays.copyOf(layers.z, layers.count);
        return layers;
    }

    private static Layers marked(Toolpath path, Stretches marks) {
        var layers = new Layers(path.size());
        for (int m = 0; m < marks.size(); m++) {
            int from = m == 0 ? 0 : marks.from(m);
            int to = m + 1 < marks.size() ? marks.from(m + 1) : path.size();
            if (from < to) {
                layers.add(from, height(path, marks.from(m), to));
            }
        }
        return layers;
    }

    /// Of the first move of `[from, to)` that works.
    private static float height(Toolpath path, int from, int to) {
        for (int i = from; i < to; i++) {
            if (path.kind(i).works()) {
                return path.z(i);
            }
        }
        return path.z(Math.max(from, to - 1));
    }

    private static Layers byHeight(Toolpath path) {
        var layers = new Layers(path.size());
        int works = 0;
        int next = 0;
        float height = Float.NaN;
        for (int i = 0; i < path.size(); i++) {
            if (!path.kind(i).works()) {
                continue;
            }
            works++;
            float z = path.z(i);
            boolean plunge = path.x(i) == path.x(i - 1) && path.y(i) == path.y(i - 1) && !path.curved(i);
            if (!plunge && !(Math.abs(z - height) <= SAME)) {
                layers.add(layers.count == 0 ? 0 : next, z);
                height = z;
            }
            if (!plunge) {
                next = i + 1;
            }
        }
        if (layers.count > SOME && works < (long) FEW * layers.count) {
            layers.count = 0;
        }
        return layers;
    }

    private void add(int from, float height) {
        if (count == first.length) {
            first = Arrays.copyOf(first, 2 * count);
            z = Arrays.copyOf(z, 2 * count);
        }
        first[count] = from;
        z[count++] = height;
    }

    /// At least 1.
    public int count() {
        return count;
    }

    /// The first move of layer `l`, counted from 0.
    public int first(int l) {
        return first[l];
    }

    /// The move behind the last one of layer `l`.
    public int end(int l) {
        return l + 1 < count ? first[l + 1] : moves;
    }

    /// Where layer `l` works, mm; of a slope, where it begins.
    public float z(int l) {
        return z[l];
    }

    /// The layer of a move.
    public int of(int move) {
        int found = Arrays.binarySearch(first, move);
        return Math.max(0, found < 0 ? -found - 2 : found);
    }
}
