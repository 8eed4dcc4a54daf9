package org.commonwright.gcode;

import org.commonwright.model.Bounds;

/// Every move of a program, in the order in which they run, in primitive arrays: 29 bytes a move, 46 for an arc.
///
/// Move `i` begins where move `i - 1` ends; the first begins at (0, 0, 0). Lengths are in mm, feeds in mm/min. Positions are
/// kept as floats: at one metre from the origin that is 0.00006 mm.
public final class Toolpath {
    static final int KIND_MASK = 0x0f;
    static final int CURVED = 0x10;

    private final int count;
    private final float[] x;
    private final float[] y;
    private final float[] z;
    private final float[] filament;
    private final float[] feed;
    private final float[] length;
    private final int[] line;
    private final byte[] kind;
    private final ArcTable arcs;
    private final RestTable rests;
    private final Bounds bounds;
    private final double totalLength;

    Toolpath(ToolpathBuilder b, Bounds bounds, double totalLength) {
        count = b.count;
        x = b.x;
        y = b.y;
        z = b.z;
        filament = b.filament;
        feed = b.feed;
        length = b.length;
        line = b.line;
        kind = b.kind;
        arcs = b.arcs;
        rests = b.rests;
        this.bounds = bounds;
        this.totalLength = totalLength;
    }

    /// How many moves there are.
    public int size() {
        return count;
    }

    /// Where move `i` ends, in mm; `i = -1` gives the start.
    public float x(int i) {
        return i < 0 ? 0 : x[i];
    }

    /// Where move `i` ends, in mm; `i = -1` gives the start.
    public float y(int i) {
        return i < 0 ? 0 : y[i];
    }

    /// Where move `i` ends, in mm; `i = -1` gives the start.
    public float z(int i) {
        return i < 0 ? 0 : z[i];
    }

    /// mm of filament fed during move `i`; negative when it goes back.
    public float filament(int i) {
        return filament[i];
    }

    /// mm/min asked for; 0 for as fast as the machine may.
    public float feed(int i) {
        return feed[i];
    }

    /// The tool's way during move `i` in mm, along the curve.
    public float length(int i) {
        return length[i];
    }

    /// The source line of move `i`, from 1.
    public int line(int i) {
        return line[i];
    }

    public MoveKind kind(int i) {
        return MoveKind.of(kind[i] & KIND_MASK);
    }

    /// Whether move `i` bends.
    public boolean curved(int i) {
        return (kind[i] & CURVED) != 0;
    }

    /// The last move whose source line is at or before `line`; -1 when there is none. This is where a machine stands that has
    /// done that line.
    public int lastMoveAt(int sourceLine) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (line[middle] <= sourceLine) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// The box of every place that the program itself names: where the tool stands before that is not known.
    public Bounds bounds() {
        return bounds;
    }

    /// The box of the moves that cut or lay down material; the whole box when there are none.
    public Bounds workBounds() {
        var box = new BoundsBuilder();
        boolean none = true;
        for (int i = 0; i < count; i++) {
            if (kind(i).works()) {
                none = false;
                box.add(x(i - 1), y(i - 1), z(i - 1));
                box.add(x[i], y[i], z[i]);
            }
        }
        return none ? bounds : box.build();
    }

    /// All moves' lengths together, in mm.
    public double totalLength() {
        return totalLength;
    }

    /// All filament that is fed forward less what goes back, in mm.
    public double totalFilament() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += filament[i];
        }
        return sum;
    }

    /// How the arcs among the moves bend.
    public ArcTable arcs() {
        return arcs;
    }

    /// Where the machine comes to rest, and for how long.
    public RestTable rests() {
        return rests;
    }
}
