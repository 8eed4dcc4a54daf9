package org.commonwright.machine.heightmap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.gcode.Block;
import org.commonwright.gcode.DialectGuess;
import org.commonwright.gcode.Interpreter;
import org.commonwright.gcode.ModalState;
import org.commonwright.gcode.Motion;
import org.commonwright.gcode.MotionSink;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Takes a height map into a program: below the clear height every move follows the surface, above it every line stays as it
/// is, byte for byte. Moves are cut at the lines of the grid, arcs into chords; heights are those of the absolute work
/// coordinates, whatever units, plane or distance mode a line is written in.
public final class Leveller implements MotionSink {
    /// Above the map's highest point, in mm: where the usual clear height is.
    private static final double ABOVE = 1;
    /// A correction below this, in mm, is none.
    private static final double NOTHING = 0.00005;
    private static final double ROUNDING = 0.0001;
    /// How far outside the map, in steps of its grid, the edge's height is taken.
    private static final double OUTSIDE = 0.5;
    private static final int CHECK_EVERY = 4096;

    private final Program program;
    private final HeightMap map;
    private final double clear;
    private final Interpreter interpreter;
    private final Pieces pieces;
    private final LineRules rules;
    private final LevelWriter writer = new LevelWriter();
    private @Nullable Way way;
    private boolean curved;
    private boolean tooCurved;
    /// Which axes the program has said: 1, 2, 4 for x, y, z.
    private int known;
    private int changed;
    private int written;
    private double least;
    private double most;

    private Leveller(Program program, HeightMap map, double clear) {
        this.program = program;
        this.map = map;
        this.clear = clear;
        byte[] bytes = program.bytes();
        this.interpreter = new Interpreter(DialectGuess.of(bytes, bytes.length), this);
        this.pieces = new Pieces(map, clear);
        this.rules = new LineRules(program.name());
    }

    /// The clear height that suits a map: a millimetre above its highest point.
    public static double clearHeight(HeightMap map) {
        return Math.max(0, map.highest()) + ABOVE;
    }

    /// @param name what the map is called
    /// @param clear from this height of the program on, in mm, nothing is changed
    /// @throws Fault `heightmap.incomplete` for a map with holes, `heightmap.already` for a program that is levelled,
    ///         `heightmap.bad-clear`; and with its line what cannot be levelled: `heightmap.unclear`, `heightmap.word`,
    ///         `heightmap.moves-zero`, `heightmap.unknown-place`, `heightmap.outside`, `heightmap.too-long`
    public static Levelled level(Program program, HeightMap map, String name, double clear, Progress progress) {
        if (!map.isComplete()) {
            throw new Fault("heightmap.incomplete", name, map.known(), map.grid().size());
        }
        LevelMark.in(program).ifPresent(mark -> {
            throw new Fault("heightmap.already", program.name(), mark.map());
        });
        if (!(clear > map.highest() && clear <= ProbeGrid.FARTHEST)) {
            throw new Fault("heightmap.bad-clear", clear, map.highest());
        }
        var leveller = new Leveller(program, map, clear);
        leveller.run(LevelMark.of(name, HeightMapFile.id(map)), progress);
        return new Levelled(Program.of(program.name(), leveller.writer.bytes()), leveller.changed, leveller.written,
                leveller.least, leveller.most);
    }

    private void run(LevelMark mark, Progress progress) {
        byte[] bytes = program.bytes();
        boolean marked = false;
        int line = 0;
        for (int from = 0; from < bytes.length; line++) {
            int newline = from;
            while (newline < bytes.length && bytes[newline] != '\n') {
                newline++;
            }
            int next = Math.min(newline + 1, bytes.length);
            int to = newline > from && bytes[newline - 1] == '\r' ? newline - 1 : newline;
            if (!marked && bytes[from] != '%') {
                writer.lineEnd(to < newline ? "\r\n" : "\n");
                writer.line(mark.line());
                marked = true;
            }
            line(bytes, from, to, next, line + 1);
            if (line % CHECK_EVERY == 0) {
                progress.check();
                progress.update((double) from / bytes.length);
            }
            from = next;
        }
    }

    private void line(byte[] bytes, int from, int to, int next, int line) {
        ModalState state = interpreter.state();
        if (state.ended()) {
            copy(bytes, from, next, false);
            return;
        }
        double[] before = place(state);
        int knownBefore = known;
        way = null;
        tooCurved = false;
        interpreter.run(bytes, from, to, line);
        Block block = interpreter.block();
        if (block.kind() != Block.Kind.WORDS) {
            copy(bytes, from, next, false);
            return;
        }
        rules.check(block, line, changed > 0);
        if (block.hasG(280) || block.hasG(300) || block.hasG(530) && way != null) {
            known = block.hasG(530) ? known & ~named(block) : 0;
            copy(bytes, from, next, true);
            return;
        }
        Way move = way;
        if (move == null) {
            copy(bytes, from, next, false);
            return;
        }
        if ((state.motion() == 2 || state.motion() == 3) && !curved) {
            throw new Fault("heightmap.unclear", program.name(), line);
        }
        known |= state.relative() ? 0 : named(block);
        if ((known & 4) == 0 && !move.rapid) {
            throw new Fault("heightmap.unknown-place", program.name(), line);
        }
        double lowest = move.isAcross() && (knownBefore & 4) != 0 ? move.lowest() : move.to()[2];
        if ((known & 4) == 0 || isClear(lowest) && !(state.relative() && corrects(before, knownBefore))) {
            copy(bytes, from, next, true);
        } else {
            level(move, knownBefore, bytes, from, to, next, line);
        }
    }

    private void level(Way move, int knownBefore, byte[] bytes, int from, int to, int next, int line) {
        ModalState state = interpreter.state();
        if (tooCurved) {
            throw new Fault("heightmap.unclear", program.name(), line);
        }
        boolean across = move.isAcross();
        if ((known & 3) != 3 || across && (knownBefore & 7) != 7) {
            throw new Fault("heightmap.unknown-place", program.name(), line);
        }
        List<double[]> ends = new ArrayList<>();
        if (across && !isClear(move.lowest())) {
            for (int i = 1; i < move.points.length; i++) {
                ends.addAll(pieces.of(move.points[i - 1], move.points[i]));
            }
        } else {
            ends.add(move.to());
        }
        boolean anything = (state.relative() || across) && corrects(move.from(), 7);
        for (double[] end : ends) {
            anything |= Math.abs(correction(end, line)) > NOTHING;
        }
        if (!anything) {
            copy(bytes, from, next, true);
            return;
        }
        write(move, ends, across, new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), line);
    }

    private void write(Way move, List<double[]> ends, boolean across, String raw, int line) {
        ModalState state = interpreter.state();
        LineText text = LineText.of(raw);
        rules.rewritable(text, line);
        var words = new LineWords(text);
        if (!words.before().isEmpty()) {
            writer.line(words.before());
            written++;
        }
        double[] at = move.from();
        for (int i = 0; i < ends.size(); i++) {
            double[] end = ends.get(i);
            double z = end[2] + correction(end, line);
            least = Math.min(least, z - end[2]);
            most = Math.max(most, z - end[2]);
            String more = words.more(i == 0, state.inverseTime(), move.length, distance(at, end))
                    + (i == 0 ? text.remarks() : "");
            if (across) {
                writer.move(move.rapid, end[0], end[1], z, state.inches(), more);
            } else {
                writer.plunge(move.rapid, z, state.inches(), more);
            }
            at = end;
        }
        if (!words.after().isEmpty()) {
            writer.line(words.after());
            written++;
        }
        changed++;
        written += ends.size();
    }

    private boolean corrects(double[] place, int knownThere) {
        return knownThere == 7 && !isClear(place[2]) && Math.abs(map.height(place[0], place[1])) > NOTHING;
    }

    /// Where a move is cut at the clear height, rounding must not decide on which side that is.
    private boolean isClear(double z) {
        return z > clear - ROUNDING;
    }

    private double correction(double[] place, int line) {
        if (isClear(place[2])) {
            return 0;
        }
        if (map.grid().outside(place[0], place[1]) > OUTSIDE) {
            throw new Fault("heightmap.outside", program.name(), line, LevelWriter.number(place[0], false),
                    LevelWriter.number(place[1], false));
        }
        return map.height(place[0], place[1]);
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
    }

    private static double[] place(ModalState state) {
        return new double[]{state.workPosition(0), state.workPosition(1), state.workPosition(2)};
    }

    private static int named(Block block) {
        return (block.has('X') ? 1 : 0) | (block.has('Y') ? 2 : 0) | (block.has('Z') ? 4 : 0);
    }

    private void copy(byte[] bytes, int from, int next, boolean moves) {
        Block block = interpreter.block();
        boolean words = !interpreter.state().ended() || moves;
        boolean distance = words && block.kind() == Block.Kind.WORDS && (block.hasG(900) || block.hasG(910));
        boolean motion = words && block.kind() == Block.Kind.WORDS
                && (block.hasG(0) || block.hasG(10) || block.hasG(20) || block.hasG(30) || block.hasG(800)
                        || block.hasG(280) || block.hasG(300));
        writer.copy(bytes, from, next, interpreter.state(), moves, distance, motion);
    }

    @Override
    public void move(Motion motion) {
        Way found = Way.of(motion, interpreter.state());
        curved = motion.curved();
        tooCurved |= found == null;
        way = found == null ? Way.straight(motion, interpreter.state()) : found;
    }

    @Override
    public void rest(int line, double seconds) {}

    /// What a firmware would refuse stays as it is, for it to refuse; what this cannot read is refused by [LineRules].
    @Override
    public void problem(int line, boolean error, String code, Object... arguments) {}
}
