package org.commonwright.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.Layers;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.Toolpath;

/// The classes by which a toolpath's moves are coloured, one byte a move, with what each class stands for. By kind there are none.
public final class PathClasses {
    /// Steps of a scale.
    private static final int STEPS = 64;
    /// Rows of a scale's legend.
    private static final int TICKS = 6;
    /// So many values are shown one by one and not as a scale.
    private static final int FEW = 8;

    private final ColourBy by;
    private final byte[] ofMove;
    private final List<Entry> legend;

    /// One row of a legend.
    ///
    /// @param number of the class
    /// @param name   what the program calls it; empty for a value
    /// @param value  mm/min, seconds or the tool's number
    /// @param part   where it is on the scale, 0 to 1; negative for a class that has a colour of its own
    public record Entry(int number, String name, double value, double part) {}

    private PathClasses(ColourBy by, byte[] ofMove, List<Entry> legend) {
        this.by = by;
        this.ofMove = ofMove;
        this.legend = List.copyOf(legend);
    }

    public static PathClasses of(ColourBy by, GcodeFile file, Layers layers, TimeEstimate time) {
        Toolpath path = file.toolpath();
        return switch (by) {
            case KIND -> new PathClasses(by, new byte[0], List.of());
            case FEATURE -> features(path);
            case TOOL -> tools(path);
            case SPEED -> speeds(path);
            case LAYER_TIME -> layerTimes(path, layers, time);
        };
    }

    private static PathClasses features(Toolpath path) {
        byte[] classes = new byte[path.size()];
        List<Entry> legend = new ArrayList<>();
        boolean[] used = new boolean[path.featureNames().size() + 1];
        fill(classes, 0, path.features().size() == 0 ? path.size() : path.features().from(0), 0);
        used[0] = path.features().size() == 0 || path.features().from(0) > 0;
        for (int s = 0; s < path.features().size(); s++) {
            int number = path.features().value(s) + 1;
            used[number] = true;
            fill(classes, path.features().from(s), end(path, s), number);
        }
        for (int number = 0; number < used.length; number++) {
            if (used[number]) {
                legend.add(new Entry(number, number == 0 ? "" : path.featureNames().get(number - 1), number, -1));
            }
        }
        return new PathClasses(ColourBy.FEATURE, classes, legend);
    }

    private static int end(Toolpath path, int s) {
        return s + 1 < path.features().size() ? path.features().from(s + 1) : path.size();
    }

    private static PathClasses tools(Toolpath path) {
        byte[] classes = new byte[path.size()];
        SequencedSet<Integer> used = new TreeSet<>();
        var tools = path.tools();
        int from = 0;
        int tool = 0;
        for (int s = 0; s <= tools.size(); s++) {
            int to = s < tools.size() ? tools.from(s) : path.size();
            if (to > from) {
                used.add(tool);
                fill(classes, from, to, tool & 255);
            }
            from = to;
            tool = s < tools.size() ? Math.clamp(tools.value(s), 0, 255) : tool;
        }
        return new PathClasses(ColourBy.TOOL, classes, used.stream().map(t -> new Entry(t, "", t, -1)).toList());
    }

    private static PathClasses speeds(Toolpath path) {
        double[] values = new double[path.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = path.kind(i).works() ? path.feed(i) : Double.NaN;
        }
        return scale(ColourBy.SPEED, path, i -> values[i]);
    }

    private static PathClasses layerTimes(Toolpath path, Layers layers, TimeEstimate time) {
        double[] seconds = new double[layers.count()];
        for (int l = 0; l < seconds.length; l++) {
            seconds[l] = time.endOf(layers.end(l) - 1) - time.endOf(layers.first(l) - 1);
        }
        return scale(ColourBy.LAYER_TIME, path, i -> seconds[layers.of(i)]);
    }

    private interface Value {
        double of(int move);
    }

    private static PathClasses scale(ColourBy by, Toolpath path, Value value) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        SequencedSet<Double> few = new TreeSet<>();
        for (int i = 0; i < path.size(); i++) {
            double v = value.of(i);
            if (path.kind(i).works() && !Double.isNaN(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
                if (few.size() <= FEW) {
                    few.add(v);
                }
            }
        }
        double range = high > low ? high - low : 1;
        byte[] classes = new byte[path.size()];
        for (int i = 0; i < classes.length; i++) {
            double part = (value.of(i) - low) / range;
            classes[i] = (byte) (part > 0 ? Math.min(STEPS - 1, (int) (part * (STEPS - 1) + 0.5)) : 0);
        }
        List<Entry> legend = new ArrayList<>();
        if (few.size() <= FEW) {
            for (double v : few.reversed()) {
                legend.add(entry(v, (v - low) / range));
            }
        } else {
            for (int tick = TICKS - 1; tick >= 0; tick--) {
                double part = (double) tick / (TICKS - 1);
                legend.add(entry(low + range * part, part));
            }
        }
        return new PathClasses(by, classes, legend);
    }

    private static Entry entry(double value, double part) {
        return new Entry((int) (part * (STEPS - 1) + 0.5), "", value, part);
    }

    private static void fill(byte[] classes, int from, int to, int number) {
        Arrays.fill(classes, Math.min(from, classes.length), Math.min(to, classes.length), (byte) number);
    }

    public ColourBy by() {
        return by;
    }

    /// What the colours stand for, the highest first; empty by kind.
    public List<Entry> legend() {
        return legend;
    }

    /// The colour of a class, 0xAARRGGBB.
    public static int colour(Entry entry) {
        return entry.part() < 0 ? Palette.apart(entry.number()) : Palette.scale(entry.part());
    }

    /// Colours by these classes; what is still to come is paler, towards `paper`.
    ///
    /// @param byKind of what does not work, and of everything by kind
    public PathColours colours(PathColours byKind, int paper) {
        if (ofMove.length == 0) {
            return byKind;
        }
        int[] done = new int[256];
        int[] pending = new int[256];
        boolean scale = by == ColourBy.SPEED || by == ColourBy.LAYER_TIME;
        for (int i = 0; i < done.length; i++) {
            done[i] = scale ? Palette.scale(Math.min(1, (double) i / (STEPS - 1))) : Palette.apart(i);
            pending[i] = Colours.mix(done[i], paper, 0.72);
        }
        return byKind.by(ofMove, done, pending);
    }
}
