package org.commonwright.raster;

import java.util.Arrays;
import org.commonwright.gcode.ArcTable;
import org.commonwright.gcode.Toolpath;
import org.commonwright.model.Bounds;

/// A toolpath made ready to be drawn: a chain of straight pieces, arcs cut into chords. Piece `s` goes from point `s` to point
/// `s + 1`. 17 bytes a move; made once, drawn many times.
public final class PathModel {
    /// How far chords may be from their arc, mm.
    private static final double TOLERANCE = 0.02;

    float[] x;
    float[] y;
    float[] z;
    byte[] kinds;
    /// The move of each piece; empty when every move is one piece.
    int[] moves = new int[0];
    private final int moveCount;
    private final Bounds bounds;
    private int pieces;

    private PathModel(int moveCount, int expected, Bounds bounds) {
        this.moveCount = moveCount;
        this.bounds = bounds;
        x = new float[expected + 1];
        y = new float[expected + 1];
        z = new float[expected + 1];
        kinds = new byte[expected];
    }

    public static PathModel of(Toolpath path) {
        int n = path.size();
        ArcTable arcs = path.arcs();
        var model = new PathModel(n, n + 8 * arcs.size(), path.bounds());
        int a = 0;
        for (int i = 0; i < n; i++) {
            byte kind = (byte) path.kind(i).ordinal();
            if (path.curved(i)) {
                if (model.moves.length == 0) {
                    model.countMoves();
                }
                int move = i;
                arcs.points(path, a, arcs.chords(a, TOLERANCE), (px, py, pz) -> model.add(px, py, pz, kind, move));
                a++;
            } else {
                model.add(path.x(i), path.y(i), path.z(i), kind, i);
            }
        }
        model.trim();
        return model;
    }

    private void countMoves() {
        moves = new int[kinds.length];
        for (int s = 0; s < pieces; s++) {
            moves[s] = s;
        }
    }

    private void add(float px, float py, float pz, byte kind, int move) {
        if (pieces == kinds.length) {
            resize(pieces + (pieces >> 1) + 64);
        }
        kinds[pieces] = kind;
        if (moves.length > 0) {
            moves[pieces] = move;
        }
        pieces++;
        x[pieces] = px;
        y[pieces] = py;
        z[pieces] = pz;
    }

    private void trim() {
        resize(pieces);
    }

    private void resize(int size) {
        x = Arrays.copyOf(x, size + 1);
        y = Arrays.copyOf(y, size + 1);
        z = Arrays.copyOf(z, size + 1);
        kinds = Arrays.copyOf(kinds, size);
        moves = moves.length > 0 ? Arrays.copyOf(moves, size) : moves;
    }

    /// How many straight pieces there are.
    public int pieces() {
        return pieces;
    }

    /// How many moves the toolpath has.
    public int moves() {
        return moveCount;
    }

    public Bounds bounds() {
        return bounds;
    }

    int move(int piece) {
        return moves.length > 0 ? moves[piece] : piece;
    }

    /// The first piece of a move or of one behind it.
    int firstPiece(int move) {
        if (moves.length == 0) {
            return Math.clamp(move, 0, pieces);
        }
        int lo = 0;
        int hi = pieces;
        while (lo < hi) {
            int middle = (lo + hi) >>> 1;
            if (moves[middle] < move) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo;
    }
}
