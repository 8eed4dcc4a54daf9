package org.commonwright.gcode;

/// Runs lines and keeps what comes of it.
final class Collector implements MotionSink {
    private final String name;
    private final Dialect dialect;
    private final Interpreter interpreter;
    private final Block plain = new Block();
    private final ToolpathBuilder path;
    private final SlicerComments comments;
    private final ProblemList problems;
    private final LineLimit limit;
    private final int shortest;
    private Pauses pauses = Pauses.NONE;
    private int lines;
    private double hotend;
    private double bed;
    private double spindle;
    private int tools;

    /// @param memory bytes that the moves may take
    Collector(Dialect dialect, String name, int expectedMoves, long memory) {
        this.name = name;
        this.dialect = dialect;
        path = new ToolpathBuilder(name, expectedMoves, memory);
        comments = new SlicerComments(path);
        problems = new ProblemList(name);
        interpreter = new Interpreter(dialect, this);
        plain.clear();
        limit = new LineLimit(dialect);
        shortest = limit.shortest();
    }

    /// Runs the lines of a batch.
    void run(BlockBatch batch) {
        for (int i = 0; i < batch.count; i++) {
            Block block = batch.words(i, plain);
            int from = batch.from[i];
            int to = batch.to[i];
            lines++;
            if (to - from >= shortest) {
                checkLength(batch.bytes, from, to);
            }
            interpreter.execute(block, batch.bytes, to, lines);
            if (block.kind == Block.Kind.EMPTY) {
                comments.read(batch.bytes, from, to);
            } else if (block.has('T')) {
                path.tools.begin(path.count, interpreter.state().tool());
                tools = Math.max(tools, interpreter.state().tool());
            }
            if (batch.nul[i] && block.badByteAt < 0) {
                problem(lines, true, "gcode.bad-byte", "0x00");
            }
            if (block.kind == Block.Kind.WORDS && block.mCount > 0) {
                note(interpreter.state());
            }
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
    public void pause(int line, Pauses.Kind kind) {
        path.rest(0);
        pauses = pauses.and(kind);
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
                new MachineNeeds(hotend, bed, spindle, tools), pauses, problems.build());
    }
}
