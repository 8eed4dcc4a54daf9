package org.commonwright.gcode;

/// A planner's block buffer, as a firmware keeps it: moves go in as lines are interpreted and come out one by one to be run.
/// When one comes out its speeds are settled with what is in the buffer then; the last move in it ends at rest.
///
/// The same rules as [TimeEstimator], which plans whole programs.
public final class PlanQueue {
    private final MotionLimits limits;
    private final SegmentMaker maker;
    private final Corner corner;
    private final int capacity;
    private final Motion[] motions;
    private final Segment[] segments;
    /// Top squared speed at which each move may begin.
    private final double[] entry2;
    private final Segment newest = new Segment();
    private boolean standing = true;
    private int first;
    private int size;
    private double speed2;

    /// @param limits its `blocks` are the buffer's size
    public PlanQueue(MotionLimits limits) {
        this.limits = limits;
        maker = new SegmentMaker(limits);
        corner = new Corner(limits);
        capacity = Math.max(1, limits.blocks());
        motions = new Motion[capacity];
        segments = new Segment[capacity];
        entry2 = new double[capacity];
        for (int i = 0; i < capacity; i++) {
            motions[i] = new Motion();
            segments[i] = new Segment();
        }
    }

    public int capacity() {
        return capacity;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean isFull() {
        return size == capacity;
    }

    /// Takes a move. One that goes nowhere and feeds nothing takes no place, as in the firmwares.
    ///
    /// @return whether it took a place
    /// @throws IllegalStateException when the buffer is full
    public boolean add(Motion m) {
        if (isFull()) {
            throw new IllegalStateException("the planner's buffer is full");
        }
        int at = (first + size) % capacity;
        Segment s = segments[at];
        if (m.curved) {
            Plane plane = m.arc.plane;
            double climb = m.to[plane.climb()] - m.from[plane.climb()];
            maker.arc(plane, m.arc.centreFirst, m.arc.centreSecond, m.arc.sweep, climb, m.filament, m.feed, s);
        } else {
            maker.straight(m.to[0] - m.from[0], m.to[1] - m.from[1], m.to[2] - m.from[2], m.filament, m.feed, s);
        }
        if (s.length == 0) {
            return false;
        }
        motions[at].copy(m);
        entry2[at] = standing ? corner.stop2(s) : corner.speed2(newest, s);
        newest.copy(s);
        standing = false;
        size++;
        return true;
    }

    /// The machine comes to rest before the next move that is added.
    public void rest() {
        standing = true;
    }

    /// Takes the oldest move out, its speeds settled.
    ///
    /// @throws IllegalStateException when the buffer is empty
    public PlannedMove take() {
        if (isEmpty()) {
            throw new IllegalStateException("the planner's buffer is empty");
        }
        Segment s = segments[first];
        double entry = Math.min(speed2, entry2[first]);
        double exit = Math.min(exit2(), entry + 2 * s.acceleration * s.length);
        var planned = new PlannedMove(motions[first],
                Trapezoid.of(s.length, Math.sqrt(entry), s.speed, Math.sqrt(exit), s.acceleration));
        first = (first + 1) % capacity;
        size--;
        speed2 = exit;
        return planned;
    }

    /// Drops every move, as a reset does.
    public void clear() {
        size = 0;
        standing = true;
        speed2 = 0;
    }

    public MotionLimits limits() {
        return limits;
    }

    /// The squared speed at which the oldest move may end, with what is known of those behind it.
    private double exit2() {
        double v2 = 0;
        for (int i = size - 1; i > 0; i--) {
            int at = (first + i) % capacity;
            v2 = Math.min(entry2[at], v2 + 2 * segments[at].acceleration * segments[at].length);
        }
        return v2;
    }
}
