package org.commonwright.gcode;

import java.util.Arrays;

/// Collects an [Interpreter]'s moves into a [Toolpath].
final class ToolpathBuilder {
    int count;
    float[] x;
    float[] y;
    float[] z;
    float[] filament;
    float[] feed;
    float[] length;
    int[] line;
    byte[] kind;
    final ArcTable arcs = new ArcTable();
    final RestTable rests = new RestTable();
    private final BoundsBuilder bounds = new BoundsBuilder();
    private double totalLength;
    private int known;
    private boolean extrudes;

    ToolpathBuilder(int expected) {
        x = new float[expected];
        y = new float[expected];
        z = new float[expected];
        filament = new float[expected];
        feed = new float[expected];
        length = new float[expected];
        line = new int[expected];
        kind = new byte[expected];
    }

    void add(Motion motion) {
        int i = count;
        if (i == x.length) {
            resize((int) Math.min(Integer.MAX_VALUE - 16L, i + (i >> 1) + 1024L));
        }
        x[i] = (float) motion.to[0];
        y[i] = (float) motion.to[1];
        z[i] = (float) motion.to[2];
        filament[i] = (float) motion.filament;
        feed[i] = (float) motion.feed;
        length[i] = (float) motion.length;
        line[i] = motion.line;
        kind[i] = (byte) (motion.kind.ordinal() | (motion.curved ? Toolpath.CURVED : 0));
        if (motion.curved) {
            arcs.add(i, motion.arc);
            bounds.addArc(motion);
        }
        extrudes |= motion.kind == MoveKind.EXTRUDE;
        totalLength += motion.length;
        // Where a move begins counts already when it is where the one before ended.
        int begun = motion.fromKnown & ~known;
        known = motion.toKnown;
        for (int axis = 0; axis < 3; axis++) {
            if ((begun >> axis & 1) != 0) {
                bounds.add(axis, motion.from[axis]);
            }
            if ((known >> axis & 1) != 0) {
                bounds.add(axis, motion.to[axis]);
            }
        }
        count = i + 1;
    }

    void rest(double seconds) {
        rests.add(count, seconds);
    }

    private void resize(int size) {
        x = Arrays.copyOf(x, size);
        y = Arrays.copyOf(y, size);
        z = Arrays.copyOf(z, size);
        filament = Arrays.copyOf(filament, size);
        feed = Arrays.copyOf(feed, size);
        length = Arrays.copyOf(length, size);
        line = Arrays.copyOf(line, size);
        kind = Arrays.copyOf(kind, size);
    }

    Toolpath build() {
        if (count < x.length - x.length / 16) {
            resize(count);
        }
        arcs.trim();
        rests.trim();
        if (extrudes) {
            markTravel();
        }
        return new Toolpath(this, bounds.build(), totalLength);
    }

    /// In a program that lays down filament, a move that lays down none is on its way.
    private void markTravel() {
        for (int i = 0; i < count; i++) {
            int k = kind[i] & Toolpath.KIND_MASK;
            if (k == MoveKind.FEED.ordinal() || k == MoveKind.RAPID.ordinal()) {
                kind[i] = (byte) MoveKind.TRAVEL.ordinal();
            }
        }
    }
}
