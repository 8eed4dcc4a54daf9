package org.commonwright.gcode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Bounds;

/// Collects an [Interpreter]'s moves into a [Toolpath].
final class ToolpathBuilder {
    /// Beside the 29 bytes of a move, its time and what is needed while it is planned and made ready to be drawn.
    static final long BYTES_PER_MOVE = 64;
    private static final int MOST = 1 << 30;

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
    final Stretches tools = new Stretches();
    final Stretches features = new Stretches();
    final List<String> featureNames = new ArrayList<>();
    final Stretches layerMarks = new Stretches();
    private final BoundsBuilder bounds = new BoundsBuilder();
    private final String name;
    private final long memory;
    private double totalLength;
    private int known;
    private boolean extrudes;

    /// @param name     of the file, for the fault
    /// @param expected how many moves there may be; more are taken, too
    /// @param memory bytes that the moves may take
    ToolpathBuilder(String name, int expected, long memory) {
        this.name = name;
        this.memory = memory;
        int size = (int) Math.max(0, Math.min(expected, memory / BYTES_PER_MOVE));
        x = new float[size + 1];
        y = new float[size + 1];
        z = new float[size + 1];
        filament = new float[size];
        feed = new float[size];
        length = new float[size];
        line = new int[size];
        kind = new byte[size];
    }

    void add(Motion motion) {
        int i = count;
        if (i == kind.length) {
            refuse(i + (i >> 2) + 1024L);
            resize((int) (i + (i >> 2) + 1024L));
        }
        x[i + 1] = (float) motion.to[0];
        y[i + 1] = (float) motion.to[1];
        z[i + 1] = (float) motion.to[2];
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
        x = Arrays.copyOf(x, size + 1);
        y = Arrays.copyOf(y, size + 1);
        z = Arrays.copyOf(z, size + 1);
        filament = Arrays.copyOf(filament, size);
        feed = Arrays.copyOf(feed, size);
        length = Arrays.copyOf(length, size);
        line = Arrays.copyOf(line, size);
        kind = Arrays.copyOf(kind, size);
    }

    /// A program with more moves than the memory holds is refused before it is full.
    private void refuse(long moves) {
        if (moves > MOST || moves * BYTES_PER_MOVE > memory) {
            throw new Fault("gcode.too-many-moves", name, count, new Messages.Bytes(memory));
        }
    }

    Toolpath build() {
        if (count < kind.length - kind.length / 16) {
            resize(count);
        }
        arcs.trim();
        rests.trim();
        if (extrudes) {
            markTravel();
        }
        double fed = 0;
        var work = new BoundsBuilder();
        boolean works = false;
        for (int i = 0; i < count; i++) {
            fed += filament[i];
            if (MoveKind.of(kind[i] & Toolpath.KIND_MASK).works()) {
                works = true;
                work.add(x[i], y[i], z[i]);
                work.add(x[i + 1], y[i + 1], z[i + 1]);
            }
        }
        Bounds box = bounds.build();
        return new Toolpath(this, box, works ? work.build() : box, totalLength, fed);
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
