package org.commonwright.gcode;

import java.util.Arrays;

/// Runs a program line by line: keeps the [ModalState], and tells a [MotionSink] of every move, rest and fault. What a
/// machine does with its lines, without its physics; the toolpath reader and the virtual machines share it.
///
/// Sources: RS-274/NGC (NIST IR 6556) section 3; GRBL 1.1 `gcode.c`; Marlin's G-code reference.
public final class Interpreter {
    private static final int XYZ = Vocabulary.bits("XYZ");
    private static final int XYZE = Vocabulary.bits("XYZE");
    private static final int CENTRES = Vocabulary.bits("IJKR");

    private final Dialect dialect;
    /// The letters of axes, as bits.
    private final int axes;
    private final int plainLetters;
    private final MotionSink sink;
    private final ModalState state;
    private final Block own = new Block();
    private Block block = own;
    private final BlockReader reader = new BlockReader();
    private final BlockCheck check;
    private final Mover mover;

    public Interpreter(Dialect dialect, MotionSink sink) {
        this.dialect = dialect;
        axes = dialect == Dialect.MARLIN ? XYZE : XYZ;
        plainLetters = axes | Vocabulary.bits("GF");
        this.sink = sink;
        state = new ModalState(dialect);
        check = new BlockCheck(dialect, sink);
        mover = new Mover(dialect, state, sink);
    }

    public ModalState state() {
        return state;
    }

    /// The words of the line that ran last.
    public Block block() {
        return block;
    }

    /// Runs `bytes[from, to)`, one line without its line end.
    ///
    /// @param line its number in the source, from 1
    public void run(byte[] bytes, int from, int to, int line) {
        reader.read(bytes, from, to, own);
        execute(own, bytes, to, line);
    }

    /// Runs words that were read from `bytes`, where their line ends at `to`.
    void execute(Block words, byte[] bytes, int to, int line) {
        block = words;
        if (block.kind != Block.Kind.WORDS) {
            return;
        }
        if (isPlainMove()) {
            state.motion = block.g[0] / 10;
            mover.feed(block);
            mover.move(block, line, false);
            return;
        }
        check.check(block, bytes, to, line);
        boolean usesAxes = modes();
        boolean machineFrame = block.hasG(530);
        machineWords(line);
        if (block.hasG(40)) {
            sink.rest(line, dwell());
        } else if (usesAxes) {
            nonModal(line);
        } else if (moves()) {
            mover.move(block, line, machineFrame);
        }
    }

    /// `G0` or `G1` with nothing but axes and a feed, as most lines are: nothing else needs to be looked for.
    private boolean isPlainMove() {
        return block.gCount == 1 && block.mCount == 0 && (block.g[0] == 10 || block.g[0] == 0)
                && (block.letters & ~plainLetters) == 0 && (block.letters & axes) != 0 && block.isClean();
    }

    /// Takes the modal G words; true when one of the line's words uses its axes for something else than a move.
    private boolean modes() {
        boolean usesAxes = false;
        for (int i = 0; i < block.gCount; i++) {
            switch (block.g[i]) {
                case 0, 10, 20, 30 -> state.motion = block.g[i] / 10;
                case 382, 383, 384, 385 -> state.motion = 38;
                case 800 -> state.motion = ModalState.NO_MOTION;
                case 170 -> state.plane = Plane.XY;
                case 180 -> state.plane = Plane.ZX;
                case 190 -> state.plane = Plane.YZ;
                case 200 -> state.inches = true;
                case 210 -> state.inches = false;
                case 900, 910 -> distance(block.g[i] == 910);
                case 901 -> state.absoluteCentres = true;
                case 911 -> state.absoluteCentres = false;
                case 930 -> state.inverseTime = true;
                case 940 -> {
                    state.feed = state.inverseTime ? 0 : state.feed;
                    state.inverseTime = false;
                }
                case 540, 550, 560, 570, 580, 590 -> state.workSystem = (block.g[i] - 540) / 10;
                case 431 -> {
                    state.toolLength = block.has('Z') ? block.value('Z') * state.unit() : 0;
                    usesAxes = true;
                }
                case 490 -> state.toolLength = 0;
                case 100, 280, 281, 290, 300, 301, 920, 921 -> usesAxes = true;
                default -> {
                }
            }
        }
        return usesAxes;
    }

    private void distance(boolean relative) {
        state.relative = relative;
        if (dialect == Dialect.MARLIN) {
            // Marlin's `set_relative_mode` takes the extruder along; M82 or M83 may follow.
            state.relativeExtrusion = relative;
        }
    }

    /// M, T and S: spindle, heaters, tool, end of program.
    private void machineWords(int line) {
        for (int i = 0; i < block.mCount; i++) {
            switch (block.m[i]) {
                case 0, 10, 250, 2260, 6000 -> sink.pause(line, Pauses.Kind.PERSON);
                case 60 -> sink.pause(line, Pauses.Kind.TOOL);
                case 4000 -> sink.rest(line, 0);
                case 20, 300 -> end(line);
                case 30, 40, 50 -> {
                    state.spindle = block.m[i] / 10;
                    sink.rest(line, 0);
                }
                case 820 -> state.relativeExtrusion = false;
                case 830 -> state.relativeExtrusion = true;
                case 1040, 1090 -> {
                    state.hotend = temperature(state.hotend);
                    heat(line, block.m[i] == 1090);
                }
                case 1400, 1900 -> {
                    state.bed = temperature(state.bed);
                    heat(line, block.m[i] == 1900);
                }
                default -> {
                }
            }
        }
        if (block.hasValue('T')) {
            state.tool = (int) block.value('T');
        }
        if (block.hasValue('S') && (block.mCount == 0 || block.hasM(30) || block.hasM(40) || block.hasM(50))) {
            state.speed = block.value('S');
        }
    }

    private double temperature(double before) {
        return block.hasValue('S') ? block.value('S') : block.hasValue('R') ? block.value('R') : before;
    }

    private void heat(int line, boolean wait) {
        if (wait) {
            sink.pause(line, Pauses.Kind.HEAT);
        }
    }

    /// M2 and M30 put GRBL's modes back (RS-274/NGC section 3.6.1).
    private void end(int line) {
        sink.rest(line, 0);
        state.ended = true;
        if (dialect == Dialect.GRBL) {
            state.motion = 1;
            state.plane = Plane.XY;
            state.relative = false;
            state.inverseTime = false;
            state.workSystem = 0;
            state.spindle = 5;
        }
    }

    /// G4: seconds behind GRBL's `P`; behind Marlin's `P` milliseconds, behind its `S` seconds.
    private double dwell() {
        if (dialect == Dialect.GRBL) {
            return Math.max(0, block.value('P') * (block.has('P') ? 1 : 0));
        }
        return Math.max(0, block.has('S') ? block.value('S') : block.has('P') ? block.value('P') / 1000 : 0);
    }

    private boolean moves() {
        if (dialect == Dialect.MARLIN) {
            // There, axis words belong to the line's one command: `M92 X80` moves nothing.
            boolean bare = block.gCount == 0 && block.mCount == 0 && !block.has('T');
            boolean motionWord = block.hasG(0) || block.hasG(10) || block.hasG(20) || block.hasG(30);
            if (!bare && !motionWord) {
                return false;
            }
        }
        mover.feed(block);
        int arcWords = state.motion == 2 || state.motion == 3 ? CENTRES : 0;
        return state.motion != ModalState.NO_MOTION && (block.letters & (axes | arcWords)) != 0;
    }

    private void nonModal(int line) {
        for (int i = 0; i < block.gCount; i++) {
            switch (block.g[i]) {
                case 100 -> workOffset();
                case 280, 300 -> mover.home(block, line);
                case 920 -> rename();
                case 921 -> {
                    Arrays.fill(state.shift, 0);
                    state.extruderShift = 0;
                }
                default -> {
                }
            }
        }
    }

    /// G92: the tool stands still and the coordinates move under it. Marlin's bare `G92` names every axis 0.
    private void rename() {
        boolean all = dialect == Dialect.MARLIN && (block.letters & XYZE) == 0;
        for (int axis = 0; axis < 3; axis++) {
            char letter = (char) ('X' + axis);
            if (all || block.has(letter)) {
                double named = all ? 0 : block.value(letter) * state.unit();
                state.shift[axis] += state.workPosition(axis) - named;
                mover.known(axis);
            }
        }
        if (all || block.has('E')) {
            state.extruderShift = state.extruder - (all ? 0 : block.value('E') * state.unit());
        }
    }

    /// G10 L2 and L20 (GRBL): a work coordinate system's offset, given or taken from where the tool stands.
    private void workOffset() {
        int system = block.has('P') && block.value('P') >= 1 ? (int) block.value('P') - 1 : state.workSystem;
        boolean here = block.value('L') == 20;
        if (dialect != Dialect.GRBL || system > 5 || !here && block.value('L') != 2) {
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            char letter = (char) ('X' + axis);
            if (block.has(letter)) {
                double mm = block.value(letter) * state.unit();
                double length = axis == 2 ? state.toolLength : 0;
                state.workOffsets[system][axis] = here ? state.position[axis] - state.shift[axis] - length - mm : mm;
            }
        }
    }
}
