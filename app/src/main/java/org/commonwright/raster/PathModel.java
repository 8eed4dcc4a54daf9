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
    /// From this many pieces on, a coarse model is made beside.
    private static final int MANY = 150_000;
    private static final int LONGEST_RUN = 24;
    /// A draft has at most that many pieces, so that it is drawn within a thirtieth of a second on two cores.
    private static final int DRAFT = 400_000;
    /// A piece that only leads on to the next one that is drawn.
    static final byte GAP = 127;
    /// What is left out of a draft is left out in blocks of that many pieces.
    private static final int BLOCK = 32;

    float[] x;
    float[] y;
    float[] z;
    byte[] kinds;
    /// The move of each piece; empty when every move is one piece.
    int[] moves = new int[0];
    private final int moveCount;
    private final Bounds bounds;
    private int pieces;
    private PathModel coarse = this;

    private PathModel(Toolpath path, Toolpath.Chain chain) {
        moveCount = path.size();
        bounds = path.bounds();
        pieces = path.size();
        x = chain.x();
        y = chain.y();
        z = chain.z();
        kinds = chain.kinds();
    }

    private PathModel(int moveCount, int expected, Bounds bounds) {
        this.moveCount = moveCount;
        this.bounds = bounds;
        x = new float[expected + 1];
        y = new float[expected + 1];
        z = new float[expected + 1];
        kinds = new byte[expected];
    }

    public static PathModel of(Toolpath path) {
        PathModel model = path.arcs().size() == 0 ? new PathModel(path, path.chain()) : chords(path);
        if (model.pieces > MANY) {
            double diagonal = path.bounds().diagonal();
            model.coarse = model.thinned(diagonal / 2000);
            if (model.coarse.pieces > DRAFT) {
                model.coarse = model.coarse.thinned(diagonal / 300);
            }
            if (model.coarse.pieces > DRAFT) {
                model.coarse = model.coarse.sampled();
            }
        }
        return model;
    }

    private static PathModel chords(Toolpath path) {
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

    /// The same with fewer pieces, for drafts; this one itself when it has few.
    PathModel coarse() {
        return coarse;
    }

    /// Runs of pieces of one kind that stay within `tolerance` mm of a straight line become one piece.
    private PathModel thinned(double tolerance) {
        var thin = new PathModel(moveCount, pieces / 4 + 64, bounds);
        thin.moves = new int[thin.kinds.length];
        int from = 0;
        while (from < pieces) {
            int to = from + 1;
            while (to < pieces && to - from < LONGEST_RUN && kinds[to] == kinds[from]
                    && straight(from, to + 1, tolerance)) {
                to++;
            }
            thin.add(x[to], y[to], z[to], kinds[from], move(to - 1));
            from = to;
        }
        thin.trim();
        return thin;
    }

    /// Every so many blocks of pieces: where moves lie that close, those that stay cover those that go.
    private PathModel sampled() {
        int every = (pieces + DRAFT - 1) / DRAFT;
        var thin = new PathModel(moveCount, pieces / every + 2 * BLOCK, bounds);
        thin.moves = new int[thin.kinds.length];
        for (int from = 0; from < pieces; from += BLOCK * every) {
            int to = Math.min(pieces, from + BLOCK);
            thin.add(x[from], y[from], z[from], GAP, move(from));
            for (int i = from; i < to; i++) {
                thin.add(x[i + 1], y[i + 1], z[i + 1], kinds[i], move(i));
            }
        }
        thin.trim();
        return thin;
    }

    /// Whether the points between two stay that near to the line between those.
    private boolean straight(int from, int to, double tolerance) {
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double dz = z[to] - z[from];
        double length2 = dx * dx + dy * dy + dz * dz;
        for (int i = from + 1; i < to; i++) {
            double px = x[i] - x[from];
            double py = y[i] - y[from];
            double pz = z[i] - z[from];
            double along = length2 == 0 ? 0 : Math.clamp((px * dx + py * dy + pz * dz) / length2, 0, 1);
            double ox = px - along * dx;
            double oy = py - along * dy;
            double oz = pz - along * dz;
            if (ox * ox + oy * oy + oz * oz > tolerance * tolerance) {
                return false;
            }
        }
        return true;
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
