package org.commonwright.gcode;

/// Turns the axis words of a line into one move.
final class Mover {
    private final Dialect dialect;
    private final ModalState state;
    private final MotionSink sink;
    private final Motion motion = new Motion();
    private int known;
    private boolean toldNoFeed;

    Mover(Dialect dialect, ModalState state, MotionSink sink) {
        this.dialect = dialect;
        this.state = state;
        this.sink = sink;
    }

    /// The program has said where this axis stands.
    void known(int axis) {
        known |= 1 << axis;
    }

    void feed(Block block) {
        if (block.hasValue('F')) {
            state.feed = state.inverseTime ? block.value('F') : block.value('F') * state.unit();
        } else if (state.inverseTime) {
            state.feed = 0;
        }
    }

    void move(Block block, int line, boolean machineFrame) {
        begin(line);
        for (int axis = 0; axis < 3; axis++) {
            char letter = (char) ('X' + axis);
            if (block.has(letter)) {
                double mm = block.value(letter) * state.unit();
                if (machineFrame) {
                    motion.to[axis] = mm;
                } else if (state.relative) {
                    motion.to[axis] += mm;
                    motion.fromKnown |= 1 << axis;
                } else {
                    motion.to[axis] = mm + state.offset(axis);
                }
                known(axis);
            }
        }
        motion.filament = dialect == Dialect.MARLIN && block.has('E') ? filament(block.value('E')) : 0;
        boolean arc = state.motion == 2 || state.motion == 3;
        motion.curved = arc && curve(block, line);
        motion.length = motion.curved ? helix() : distance();
        motion.kind = kind(arc);
        motion.feed = feedOfMove(line);
        finish();
    }

    /// G28 and G30: over the point that is named, then home. Where home lies is the machine's affair; zero is drawn.
    void home(Block block, int line) {
        boolean some = block.has('X') || block.has('Y') || block.has('Z');
        if (dialect == Dialect.GRBL && some) {
            int motionBefore = state.motion;
            state.motion = 0;
            move(block, line, false);
            state.motion = motionBefore;
        }
        begin(line);
        for (int axis = 0; axis < 3; axis++) {
            if (!some || block.has((char) ('X' + axis))) {
                motion.to[axis] = 0;
                known &= ~(1 << axis);
                if (dialect == Dialect.MARLIN) {
                    state.shift[axis] = 0;
                }
            }
        }
        boolean switches = dialect == Dialect.MARLIN;
        motion.kind = switches ? MoveKind.HOME : MoveKind.RAPID;
        motion.curved = false;
        motion.filament = 0;
        motion.length = distance();
        motion.feed = 0;
        if (switches) {
            sink.pause(line, Pauses.Kind.HOME);
        }
        if (motion.length > 0) {
            finish();
        }
    }

    private void begin(int line) {
        motion.line = line;
        motion.fromKnown = known;
        for (int axis = 0; axis < 3; axis++) {
            motion.from[axis] = state.position[axis];
            motion.to[axis] = state.position[axis];
        }
    }

    private void finish() {
        motion.toKnown = known;
        for (int axis = 0; axis < 3; axis++) {
            state.position[axis] = motion.to[axis];
        }
        state.extruder += motion.filament;
        sink.move(motion);
    }

    private double filament(double word) {
        double mm = word * state.unit();
        return state.relativeExtrusion ? mm : mm + state.extruderShift - state.extruder;
    }

    private MoveKind kind(boolean arc) {
        if (motion.filament != 0 && motion.length == 0) {
            return MoveKind.RETRACT;
        }
        if (motion.filament != 0) {
            return motion.filament > 0 ? MoveKind.EXTRUDE : MoveKind.TRAVEL;
        }
        return arc ? MoveKind.ARC : state.motion == 1 ? MoveKind.FEED : MoveKind.RAPID;
    }

    private double feedOfMove(int line) {
        if (state.motion == 0 && dialect == Dialect.GRBL) {
            return 0;
        }
        if (state.feed <= 0) {
            if (!toldNoFeed) {
                sink.problem(line, true, "gcode.no-feed");
            }
            // Under G93 every line needs its own; otherwise one finding is enough for all that follow.
            toldNoFeed = !state.inverseTime;
            return 0;
        }
        return state.inverseTime ? state.feed * motion.length : state.feed;
    }

    private boolean curve(Block block, int line) {
        Plane plane = state.plane;
        int first = plane.first();
        int second = plane.second();
        double dFirst = motion.to[first] - motion.from[first];
        double dSecond = motion.to[second] - motion.from[second];
        boolean clockwise = state.motion == 2;
        boolean noAxis = !block.has((char) ('X' + first)) && !block.has((char) ('X' + second));
        if (noAxis && dialect == Dialect.GRBL) {
            sink.problem(line, true, "gcode.arc-no-axis");
        }
        if (block.has('R')) {
            double r = block.value('R') * state.unit();
            if (dFirst == 0 && dSecond == 0 || r == 0) {
                sink.problem(line, true, "gcode.arc-no-end");
                return false;
            }
            double missing = motion.arc.byRadius(plane, clockwise, dFirst, dSecond, r);
            if (missing > 0) {
                sink.problem(line, true, "gcode.arc-radius", Math.rint(missing * 1e4) / 1e4);
                return false;
            }
            return true;
        }
        char iFirst = (char) ('I' + first);
        char iSecond = (char) ('I' + second);
        if (!block.has(iFirst) && !block.has(iSecond)) {
            sink.problem(line, true, "gcode.arc-no-centre");
            return false;
        }
        double off = motion.arc.byCentre(plane, clockwise, dFirst, dSecond, centre(block, iFirst, first),
                centre(block, iSecond, second));
        if (dialect == Dialect.MARLIN && block.hasValue('P')) {
            motion.arc.sweep += Math.copySign(2 * Math.PI * Math.max(0, Math.floor(block.value('P'))),
                    motion.arc.sweep);
        }
        if (off > 0) {
            sink.problem(line, true, "gcode.arc-radius", Math.rint(off * 1e4) / 1e4);
        }
        return off == 0;
    }

    private double centre(Block block, char letter, int axis) {
        double mm = block.has(letter) ? block.value(letter) * state.unit() : 0;
        return state.absoluteCentres && block.has(letter) ? mm + state.offset(axis) - motion.from[axis] : mm;
    }

    private double distance() {
        double x = motion.to[0] - motion.from[0];
        double y = motion.to[1] - motion.from[1];
        double z = motion.to[2] - motion.from[2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private double helix() {
        int climb = motion.arc.plane.climb();
        return Math.hypot(motion.arc.sweep * motion.arc.radius, motion.to[climb] - motion.from[climb]);
    }
}
