package org.commonwright.raster;

import java.util.function.ToIntFunction;
import org.commonwright.gcode.MoveKind;

/// The colours of a toolpath by kind of move, 0xAARRGGBB; a colour of 0 hides the kind.
public final class PathColours {
    private final int[] done;
    private final int[] pending;

    private PathColours(int[] done, int[] pending) {
        this.done = done;
        this.pending = pending;
    }

    /// @param done    of moves that the machine has made
    /// @param pending of moves that it has not
    public static PathColours of(ToIntFunction<MoveKind> done, ToIntFunction<MoveKind> pending) {
        int n = MoveKind.values().length;
        int[] d = new int[n];
        int[] p = new int[n];
        for (MoveKind kind : MoveKind.values()) {
            d[kind.ordinal()] = done.applyAsInt(kind);
            p[kind.ordinal()] = pending.applyAsInt(kind);
        }
        return new PathColours(d, p);
    }

    int colour(int kind, boolean isDone) {
        return isDone ? done[kind] : pending[kind];
    }

    boolean shows(int kind) {
        return done[kind] != 0 || pending[kind] != 0;
    }
}
