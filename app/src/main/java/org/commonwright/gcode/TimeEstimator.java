package org.commonwright.gcode;

/// Plans a whole [Toolpath] as its firmware would, and adds up the time: corners by the machine's rule, a backward pass so that
/// every move can still slow down for what follows, a forward pass so that none begins faster than it was left.
///
/// A firmware sees only some moves ahead and must be able to stop within them. A backward pass over the whole program gives
/// the smallest of all later limits, each raised by the squared speed that can be shed before it; so the limit of the last
/// move that is seen (a standstill) needs only the sum over the moves that are seen.
public final class TimeEstimator {
    private final Toolpath path;
    private final MotionLimits limits;
    private final int n;
    private final float[] entry2;
    private final float[] speed;
    private final float[] acceleration;

    private TimeEstimator(Toolpath path, MotionLimits limits) {
        this.path = path;
        this.limits = limits;
        n = path.size();
        entry2 = new float[n + 1];
        speed = new float[n];
        acceleration = new float[n];
    }

    public static TimeEstimate estimate(Toolpath path, MotionLimits limits) {
        var estimator = new TimeEstimator(path, limits);
        estimator.corners();
        estimator.rests();
        estimator.backward();
        estimator.forward();
        return estimator.add();
    }

    /// Speed, acceleration and top entry speed of every move.
    private void corners() {
        var maker = new SegmentMaker(limits);
        var corner = new Corner(limits);
        var before = new Segment();
        var now = new Segment();
        boolean standing = true;
        ArcTable arcs = path.arcs();
        int a = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < n; i++) {
            double toX = path.x(i);
            double toY = path.y(i);
            double toZ = path.z(i);
            if (path.curved(i)) {
                Plane plane = arcs.plane(a);
                double climb = plane == Plane.XY ? toZ - z : plane == Plane.ZX ? toY - y : toX - x;
                maker.arc(plane, arcs.centreFirst(a), arcs.centreSecond(a), arcs.sweep(a), climb, path.filament(i),
                        path.feed(i), now);
                a++;
            } else {
                maker.straight(toX - x, toY - y, toZ - z, path.filament(i), path.feed(i), now);
            }
            x = toX;
            y = toY;
            z = toZ;
            if (now.length > 0) {
                speed[i] = (float) now.speed;
                acceleration[i] = (float) Math.min(now.acceleration, 1e9);
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

    private void rests() {
        entry2[n] = 0;
        RestTable rests = path.rests();
        for (int r = 0; r < rests.size(); r++) {
            entry2[rests.beforeMove(r)] = 0;
        }
    }

    /// By how much a move can change its squared speed, mm²/s².
    private float change(int i) {
        return speed[i] == 0 ? 0 : 2 * acceleration[i] * way(i);
    }

    private float way(int i) {
        return path.length(i) > 0 ? path.length(i) : Math.abs(path.filament(i));
    }

    private void backward() {
        int window = Math.max(1, limits.blocks());
        double seen = 0;
        for (int i = n - 1; i >= 0; i--) {
            float change = change(i);
            seen += change;
            if (i + window < n) {
                seen -= change(i + window);
            }
            entry2[i] = Math.min(entry2[i], Math.min(entry2[i + 1] + change, (float) seen));
        }
    }

    private void forward() {
        for (int i = 0; i < n; i++) {
            entry2[i + 1] = Math.min(entry2[i + 1], entry2[i] + change(i));
        }
    }

    private TimeEstimate add() {
        var ends = new float[n];
        double t = 0;
        RestTable rests = path.rests();
        int r = 0;
        for (int i = 0; i < n; i++) {
            while (r < rests.size() && rests.beforeMove(r) == i) {
                t += rests.seconds(r++);
            }
            if (speed[i] > 0) {
                t += seconds(way(i), entry2[i], speed[i], entry2[i + 1], acceleration[i]);
            }
            ends[i] = (float) t;
        }
        while (r < rests.size()) {
            t += rests.seconds(r++);
        }
        return new TimeEstimate(ends, t);
    }

    /// As [Trapezoid#seconds], without an object.
    private static double seconds(double length, double entry2, double top, double exit2, double acceleration) {
        double entry = Math.sqrt(entry2);
        double exit = Math.sqrt(exit2);
        double peak = Math.sqrt(acceleration * length + (entry2 + exit2) / 2);
        double cruise = Math.max(Math.max(entry, exit), Math.min(top, peak));
        double ramps = (2 * cruise * cruise - entry2 - exit2) / (2 * acceleration);
        return (2 * cruise - entry - exit) / acceleration + Math.max(0, length - ramps) / cruise;
    }
}
