package org.commonwright.gcode;

import java.util.Arrays;

/// The arcs of a [Toolpath], 17 bytes each, in the order of their moves.
public final class ArcTable {
    private int count;
    private int[] move = new int[0];
    private float[] centreFirst = new float[0];
    private float[] centreSecond = new float[0];
    private float[] sweep = new float[0];
    private byte[] plane = new byte[0];

    /// Takes the points along an arc, its last included and its first not.
    @FunctionalInterface
    public interface PointSink {
        void point(float x, float y, float z);
    }

    void add(int ofMove, Arc arc) {
        if (count == move.length) {
            resize(Math.max(16, count + (count >> 1)));
        }
        move[count] = ofMove;
        centreFirst[count] = (float) arc.centreFirst();
        centreSecond[count] = (float) arc.centreSecond();
        sweep[count] = (float) arc.sweep();
        plane[count] = (byte) arc.plane().ordinal();
        count++;
    }

    private void resize(int size) {
        move = Arrays.copyOf(move, size);
        centreFirst = Arrays.copyOf(centreFirst, size);
        centreSecond = Arrays.copyOf(centreSecond, size);
        sweep = Arrays.copyOf(sweep, size);
        plane = Arrays.copyOf(plane, size);
    }

    void trim() {
        resize(count);
    }

    public int size() {
        return count;
    }

    /// The move that arc `a` belongs to.
    public int move(int a) {
        return move[a];
    }

    /// The arc of a move; negative when the move is straight.
    public int ofMove(int i) {
        return Arrays.binarySearch(move, 0, count, i);
    }

    /// The first arc of a move at or behind `i`; [#size] when there is none.
    public int firstAt(int i) {
        int found = ofMove(i);
        return found < 0 ? -found - 1 : found;
    }

    public Plane plane(int a) {
        return switch (plane[a]) {
            case 0 -> Plane.XY;
            case 1 -> Plane.ZX;
            default -> Plane.YZ;
        };
    }

    /// Radians, counter-clockwise positive.
    public float sweep(int a) {
        return sweep[a];
    }

    /// mm.
    public double radius(int a) {
        return Math.hypot(centreFirst[a], centreSecond[a]);
    }

    /// The centre on the plane's first axis, relative to the arc's start, in mm.
    public float centreFirst(int a) {
        return centreFirst[a];
    }

    /// The centre on the plane's second axis, relative to the arc's start, in mm.
    public float centreSecond(int a) {
        return centreSecond[a];
    }

    /// How many chords keep within `tolerance` mm of arc `a`; at least 1, at most 2,000 a turn.
    public int chords(int a, double tolerance) {
        double r = radius(a);
        double step = tolerance >= r ? Math.PI / 2 : 2 * Math.acos(1 - tolerance / r);
        double turns = Math.abs(sweep[a]) / (2 * Math.PI);
        return (int) Math.max(1, Math.min(Math.ceil(Math.abs(sweep[a]) / step), Math.ceil(2000 * turns)));
    }

    /// The arc as `chords` straight pieces.
    public void points(Toolpath path, int a, int chords, PointSink sink) {
        int i = move[a];
        Plane p = plane(a);
        double[] from = {path.x(i - 1), path.y(i - 1), path.z(i - 1)};
        double[] at = new double[3];
        double climb = axis(path, i, p.climb()) - from[p.climb()];
        double first = from[p.first()] + centreFirst[a];
        double second = from[p.second()] + centreSecond[a];
        double begin = Math.atan2(-centreSecond[a], -centreFirst[a]);
        double r = radius(a);
        for (int c = 1; c < chords; c++) {
            double part = (double) c / chords;
            double angle = begin + sweep[a] * part;
            at[p.first()] = first + r * Math.cos(angle);
            at[p.second()] = second + r * Math.sin(angle);
            at[p.climb()] = from[p.climb()] + climb * part;
            sink.point((float) at[0], (float) at[1], (float) at[2]);
        }
        sink.point(path.x(i), path.y(i), path.z(i));
    }

    private static double axis(Toolpath path, int i, int axis) {
        return axis == 0 ? path.x(i) : axis == 1 ? path.y(i) : path.z(i);
    }
}
