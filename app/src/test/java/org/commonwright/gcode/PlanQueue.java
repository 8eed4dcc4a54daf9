package org.commonwright.gcode;

/// A planner's block buffer as a firmware keeps it, to hold [TimeEstimator] against: moves go in as lines are interpreted and
/// come out one by one. When one comes out its speeds are settled with what is in the buffer then; the last move in it ends
/// at rest.
final class PlanQueue {
    private final SegmentMaker maker;
    private final Corner corner;
    private final Segment[] segments;
    /// Top squared speed at which each move may begin.
    private final double[] entry2;
    private Segment newest = new Segment();
    private boolean standing = true;
    private int first;
    private int size;
    private double speed2;

    /// @param limits its `blocks` are the buffer's size
    PlanQueue(MotionLimits limits) {
        maker = new SegmentMaker(limits);
        corner = new Corner(limits);
        segments = new Segment[limits.blocks()];
        entry2 = new double[limits.blocks()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new Segment();
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == segments.length;
    }

    /// Takes a move. One that goes nowhere and feeds nothing takes no place, as in the firmwares.
    void add(Motion m) {
        Segment s = segments[at(size)];
        if (m.curved) {
            Plane plane = m.arc.plane;
            double climb = m.to[plane.climb()] - m.from[plane.climb()];
            maker.arc(plane, m.arc.centreFirst, m.arc.centreSecond, m.arc.sweep, climb, m.filament, m.feed, s);
        } else {
            maker.straight(m.to[0] - m.from[0], m.to[1] - m.from[1], m.to[2] - m.from[2], m.filament, m.feed, s);
        }
        if (s.length > 0) {
            entry2[at(size)] = standing ? corner.stop2(s) : corner.speed2(newest, s);
            newest = s;
            standing = false;
            size++;
        }
    }

    /// The machine comes to rest before the next move that is added.
    void rest() {
        standing = true;
    }

    /// Takes the oldest move out, its speeds settled.
    Trapezoid take() {
        Segment s = segments[first];
        double entry = Math.min(speed2, entry2[first]);
        double exit = Math.min(exit2(), entry + 2 * s.acceleration * s.length);
        first = at(1);
        size--;
        speed2 = exit;
        return Trapezoid.of(s.length, Math.sqrt(entry), s.speed, Math.sqrt(exit), s.acceleration);
    }

    /// The squared speed at which the oldest move may end, with what is known of those behind it.
    private double exit2() {
        double v2 = 0;
        for (int i = size - 1; i > 0; i--) {
            Segment s = segments[at(i)];
            v2 = Math.min(entry2[at(i)], v2 + 2 * s.acceleration * s.length);
        }
        return v2;
    }

    private int at(int i) {
        return (first + i) % segments.length;
    }
}
