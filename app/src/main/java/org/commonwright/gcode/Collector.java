package org.commonwright.gcode;

/// Splits bytes into lines, runs them, and keeps what comes of it.
final class Collector implements MotionSink {
    private final String name;
    private final Dialect dialect;
    private final Interpreter interpreter;
    private final ToolpathBuilder path;
    private final ProblemList problems;
    private final LineLimit limit;
    private int lines;
    private double hotend;
    private double bed;
    private double spindle;
    private int tools;

    Collector(Dialect dialect, String name, int expectedMoves) {
        this.name = name;
        this.dialect = dialect;
        path = new ToolpathBuilder(expectedMoves);
        problems = new ProblemList(name);
        interpreter = new Interpreter(dialect, this);
        limit = new LineLimit(dialect);
    }

    int lines() {
        return lines;
    }

    /// Runs the whole lines in `b[from, to)`.
    ///
    /// @return where the first line begins that is not whole
    int lines(byte[] b, int from, int to) {
        int start = from;
        boolean control = false;
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c < ' ') {
                if (c == '\n') {
                    run(b, start, i, control);
                    start = i + 1;
                    control = false;
                } else {
                    control |= c == 0;
                }
            }
        }
        return start;
    }

    /// The last line, which has no line end.
    void last(byte[] b, int to) {
        boolean nul = false;
        for (int i = 0; i < to; i++) {
            nul |= b[i] == 0;
        }
        run(b, 0, to, nul);
    }

    private void run(byte[] b, int from, int end, boolean nul) {
        int to = end > from && b[end - 1] == '\r' ? end - 1 : end;
        lines++;
        if (to - from >= limit.shortest()) {
            checkLength(b, from, to);
        }
        interpreter.run(b, from, to, lines);
        if (nul && interpreter.block().badByteAt < 0) {
            problem(lines, true, "gcode.bad-byte", "0x00");
        }
        if (interpreter.block().kind == Block.Kind.WORDS && interpreter.block().mCount > 0) {
            note(interpreter.state());
        }
    }

    private void note(ModalState state) {
        hotend = Math.max(hotend, state.hotend());
        bed = Math.max(bed, state.bed());
        spindle = state.spindle() == 5 ? spindle : Math.max(spindle, state.speed());
        tools = Math.max(tools, state.tool());
    }

    private void checkLength(byte[] b, int from, int to) {
        int sent = limit.sent(b, from, to, lines);
        if (sent > dialect.lineLimit()) {
            problem(lines, true, "gcode.line-too-long", sent, dialect.lineLimit(), dialect.id());
        }
    }

    @Override
    public void move(Motion motion) {
        path.add(motion);
    }

    @Override
    public void rest(int line, double seconds) {
        path.rest(seconds);
    }

    @Override
    public void problem(int line, boolean error, String code, Object... arguments) {
        problems.add(line, error, code, arguments);
    }

    GcodeFile build(long bytes) {
        if (path.count == 0) {
            problem(0, false, "gcode.no-moves");
        }
        return new GcodeFile(name, bytes, lines, dialect, path.build(),
                new MachineNeeds(hotend, bed, spindle, tools), problems.build());
    }
}
