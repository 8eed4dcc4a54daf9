package org.commonwright.gcode;

import java.util.List;
import org.commonwright.model.Bounds;

/// Every move of a program, in the order in which they run, in primitive arrays: 29 bytes a move, 46 for an arc.
/// Ten million moves take 290 MB.
///
/// Move `i` begins where move `i - 1` ends; the first begins at (0, 0, 0). Lengths are in mm, feeds in mm/min. Positions are
/// kept as floats: at one metre from the origin that is 0.00006 mm.
public final class Toolpath {
    static final int KIND_MASK = 0x0f;
    static final int CURVED = 0x10;

    private final int count;
    /// Where each move begins, so that where it ends is one further on.
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
    private final Stretches tools;
    private final Stretches features;
    private final List<String> featureNames;
    private final Stretches layerMarks;
    private final Bounds bounds;
    private final Bounds workBounds;
    private final double totalLength;
    private final double totalFilament;

    Toolpath(ToolpathBuilder b, Bounds bounds, Bounds workBounds, double totalLength, double totalFilament) {
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
        tools = b.tools;
        features = b.features;
        featureNames = List.copyOf(b.featureNames);
        layerMarks = b.layerMarks;
        this.bounds = bounds;
        this.workBounds = workBounds;
        this.totalLength = totalLength;
        this.totalFilament = totalFilament;
    }

    /// How many moves there are.
    public int size() {
        return count;
    }

    /// Where move `i` ends, in mm; `i = -1` gives the start.
    public float x(int i) {
        return x[i + 1];
    }

    /// Where move `i` ends, in mm; `i = -1` gives the start.
    public float y(int i) {
        return y[i + 1];
    }

    /// Where move `i` ends, in mm; `i = -1` gives the start.
    public float z(int i) {
        return z[i + 1];
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
        return workBounds;
    }

    /// All moves' lengths together, in mm.
    public double totalLength() {
        return totalLength;
    }

    /// All filament that is fed forward less what goes back, in mm.
    public double totalFilament() {
        return totalFilament;
    }

    /// How the arcs among the moves bend.
    public ArcTable arcs() {
        return arcs;
    }

    /// Where the machine comes to rest, and for how long.
    public RestTable rests() {
        return rests;
    }

    /// The tool's number from each change on; before the first change it is 0.
    public Stretches tools() {
        return tools;
    }

    /// What the slicer says is laid down (`;TYPE:`), from each such comment on, as an index into [#featureNames].
    public Stretches features() {
        return features;
    }

    /// The slicer's words for kinds of paths, in the order in which they first come.
    public List<String> featureNames() {
        return featureNames;
    }

    /// Where the slicer says that layers begin (`;LAYER_CHANGE`, `;LAYER:`); empty when it does not.
    public Stretches layerMarks() {
        return layerMarks;
    }

    /// The moves' points and kinds as they are kept here, not copied, for what draws them: nobody writes into these arrays. They
    /// may be longer than the path.
    public Chain chain() {
        return new Chain(x, y, z, kind);
    }

    /// Points in a chain: move `i` goes from point `i` to point `i + 1`.
    ///
    /// @param kinds ordinals of [MoveKind] in the lower four bits; more is set for moves that bend
    public record Chain(float[] x, float[] y, float[] z, byte[] kinds) {}
}
