package org.commonwright.gcode;

import java.util.stream.IntStream;

/// Plans a whole [Toolpath] as its firmware would, and adds up the time: corners by the machine's rule, a backward pass so that
/// every move can still slow down for what follows, a forward pass so that none begins faster than it was left.
///
/// A firmware sees only some moves ahead and must be able to stop within them. A backward pass over the whole program gives
/// the smallest of all later limits, each raised by the squared speed that can be shed before it; so the limit of the last
/// move that is seen (a standstill) needs only the sum over the moves that are seen.
public final class TimeEstimator {
    /// Moves that one core takes at a time.
    private static final int SHARE = 1 << 15;

    private final Toolpath path;
    private final MotionLimits limits;
    private final int n;
    private final float[] entry2;
    private final float[] speed;
    /// By how much a move can change its squared speed, mm²/s²: twice its acceleration times its way.
    private final float[] change;

    private TimeEstimator(Toolpath path, MotionLimits limits) {
        this.path = path;
        this.limits = limits;
        n = path.size();
        entry2 = new float[n + 1];
        speed = new float[n];
        change = new float[n];
    }

    public static TimeEstimate estimate(Toolpath path, MotionLimits limits) {
        var estimator = new TimeEstimator(path, limits);
        estimator.corners();
        estimator.rests();
        estimator.backward();
        estimator.forward();
        return estimator.add();
    }

    /// Speed, acceleration and top entry speed of every move, a share of the moves on each core.
    private void corners() {
        IntStream.range(0, (n + SHARE - 1) / SHARE).parallel()
                .forEach(share -> corners(share * SHARE, Math.min(n, (share + 1) * SHARE)));
    }

    private void corners(int from, int to) {
        var maker = new SegmentMaker(limits);
        var corner = new Corner(limits);
        var before = new Segment();
        var now = new Segment();
        int last = from - 1;
        while (last >= 0 && (way(last) == 0 || path.kind(last) == MoveKind.HOME)) {
            last--;
        }
        boolean standing = last < 0;
        if (!standing) {
            make(last, path.arcs().firstAt(last), maker, before);
        }
        int a = path.arcs().firstAt(from);
        for (int i = from; i < to; i++) {
            make(i, a, maker, now);
            a += path.curved(i) ? 1 : 0;
            if (now.length > 0) {
                speed[i] = (float) now.speed;
                change[i] = (float) (2 * now.length * (now.acceleration < 1e9 ? now.acceleration : 1e9));
                entry2[i] = (float) (standing ? corner.stop2(now) : corner.speed2(before, now));
                standing = false;
                Segment swap = before;
                before = now;
                now = swap;
            } else {
                entry2[i] = Float.POSITIVE_INFINITY;
            }
        }
    }

    /// @param a the arc that move `i` has, when it has one
    private void make(int i, int a, SegmentMaker maker, Segment s) {
        if (path.kind(i) == MoveKind.HOME) {
            s.length = 0;
            return;
        }
        double dx = (double) path.x(i) - path.x(i - 1);
        double dy = (double) path.y(i) - path.y(i - 1);
        double dz = (double) path.z(i) - path.z(i - 1);
        if (path.curved(i)) {
            ArcTable arcs = path.arcs();
            Plane plane = arcs.plane(a);
            double climb = plane == Plane.XY ? dz : plane == Plane.ZX ? dy : dx;
            maker.arc(plane, arcs.centreFirst(a), arcs.centreSecond(a), arcs.sweep(a), climb, path.filament(i),
                    path.feed(i), s);
        } else {
            maker.straight(dx, dy, dz, path.filament(i), path.feed(i), s);
        }
    }

    private void rests() {
        entry2[n] = 0;
        RestTable rests = path.rests();
        for (int r = 0; r < rests.size(); r++) {
            entry2[rests.beforeMove(r)] = 0;
        }
    }

    private float way(int i) {
        return path.length(i) > 0 ? path.length(i) : Math.abs(path.filament(i));
    }

    private void backward() {
        int window = Math.max(1, limits.blocks());
        double seen = 0;
        float v2 = 0;
        for (int i = n - 1; i >= 0; i--) {
            seen += change[i];
            if (i + window < n) {
                seen -= change[i + window];
            }
            // Plain comparisons: Math.min looks at signs and NaN, and this is the innermost step of a chain.
            float most = v2 + change[i];
            float stop = (float) seen;
            most = most < stop ? most : stop;
            v2 = entry2[i] < most ? entry2[i] : most;
            entry2[i] = v2;
        }
    }

    private void forward() {
        float v2 = n == 0 ? 0 : entry2[0];
        for (int i = 0; i < n; i++) {
            float most = v2 + change[i];
            v2 = entry2[i + 1] < most ? entry2[i + 1] : most;
            entry2[i + 1] = v2;
        }
    }

    private TimeEstimate add() {
        var ends = new float[n];
        IntStream.range(0, (n + SHARE - 1) / SHARE).parallel()
                .forEach(share -> seconds(share * SHARE, Math.min(n, (share + 1) * SHARE), ends));
        double t = 0;
        RestTable rests = path.rests();
        int r = 0;
        for (int i = 0; i < n; i++) {
            while (r < rests.size() && rests.beforeMove(r) == i) {
                t += rests.seconds(r++);
            }
            t += ends[i];
            ends[i] = (float) t;
        }
        while (r < rests.size()) {
            t += rests.seconds(r++);
        }
        return new TimeEstimate(ends, t);
    }

    /// The seconds of each move for itself.
    private void seconds(int from, int to, float[] seconds) {
        double entry = Math.sqrt(entry2[from]);
        for (int i = from; i < to; i++) {
            double exit = Math.sqrt(entry2[i + 1]);
            if (speed[i] > 0) {
                seconds[i] = (float) seconds(way(i), entry, speed[i], exit, change[i]);
            }
            entry = exit;
        }
    }

    /// Up at one acceleration, along at the top speed where it is reached, down again.
    private static double seconds(double length, double entry, double top, double exit, double change) {
        double mean2 = (entry * entry + exit * exit) / 2;
        double peak2 = change / 2 + mean2;
        double oneByAcceleration = 2 * length / change;
        if (peak2 <= top * top) {
            double peak = Math.max(Math.max(entry, exit), Math.sqrt(peak2));
            return (2 * peak - entry - exit) * oneByAcceleration;
        }
        double cruise = Math.max(Math.max(entry, exit), top);
        double ramps = (cruise * cruise - mean2) * oneByAcceleration;
        return (2 * cruise - entry - exit) * oneByAcceleration + Math.max(0, length - ramps) / cruise;
    }
}
