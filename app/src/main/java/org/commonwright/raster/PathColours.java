package org.commonwright.raster;

import java.util.Set;
import java.util.function.ToIntFunction;
import org.commonwright.gcode.MoveKind;

/// The colours of a toolpath by kind of move, 0xAARRGGBB; a colour of 0 hides the kind. Where moves have classes (of speed, of
/// layer time, by tool), those that work are coloured by their class instead.
public final class PathColours {
    private static final byte[] NO_CLASSES = {};

    private final int[] done;
    private final int[] pending;
    private final byte[] classes;
    private final int[] classDone;
    private final int[] classPending;

    private PathColours(int[] done, int[] pending, byte[] classes, int[] classDone, int[] classPending) {
        this.done = done;
        this.pending = pending;
        this.classes = classes;
        this.classDone = classDone;
        this.classPending = classPending;
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
        return new PathColours(d, p, NO_CLASSES, d, p);
    }

    /// The same with the moves that work coloured by class; hidden kinds stay hidden.
    ///
    /// @param ofMove  the class of each move, 0 to 255; not copied
    /// @param done    by class, of moves that the machine has made; 0 hides the class
    /// @param pending by class, of moves that it has not
    public PathColours by(byte[] ofMove, int[] done, int[] pending) {
        return new PathColours(this.done, this.pending, ofMove, done.clone(), pending.clone());
    }

    /// The same without some kinds.
    public PathColours without(Set<MoveKind> kinds) {
        int[] d = done.clone();
        int[] p = pending.clone();
        for (MoveKind kind : kinds) {
            d[kind.ordinal()] = 0;
            p[kind.ordinal()] = 0;
        }
        return new PathColours(d, p, classes, classDone, classPending);
    }

    /// The colour of a kind's moves that the machine has made.
    public int done(MoveKind kind) {
        return done[kind.ordinal()];
    }

    int colour(int kind, int move, boolean isDone) {
        if (classes.length > 0 && MoveKind.of(kind).works()) {
            return (isDone ? classDone : classPending)[classes[move] & 255];
        }
        return isDone ? done[kind] : pending[kind];
    }

    boolean shows(int kind) {
        return done[kind] != 0 || pending[kind] != 0;
    }

    /// Whether some classes are hidden, so that each move has to be looked at.
    boolean hidesClasses() {
        if (classes.length > 0) {
            for (int colour : classDone) {
                if (colour == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean showsMove(int kind, int move) {
        return !MoveKind.of(kind).works() || classDone[classes[move] & 255] != 0;
    }
}
