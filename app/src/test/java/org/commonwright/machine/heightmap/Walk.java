package org.commonwright.machine.heightmap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.Interpreter;
import org.commonwright.gcode.Motion;
import org.commonwright.gcode.MotionSink;
import org.commonwright.machine.protocol.Program;

/// Runs a program and keeps the way of its tool as points in work coordinates.
final class Walk implements MotionSink {
    /// Ends of moves, the first where the first begins.
    final List<double[]> ends = new ArrayList<>();
    final List<Boolean> rapid = new ArrayList<>();
    final List<Double> feeds = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    private final Interpreter interpreter = new Interpreter(Dialect.GRBL, this);

    static Walk of(Program program) {
        var walk = new Walk();
        for (int line = 1; line <= program.lines(); line++) {
            byte[] bytes = program.line(line).getBytes(StandardCharsets.ISO_8859_1);
            walk.interpreter.run(bytes, 0, bytes.length, line);
        }
        return walk;
    }

    @Override
    public void move(Motion motion) {
        double[] end = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            end[axis] = motion.to(axis) - interpreter.state().offset(axis);
        }
        ends.add(end);
        rapid.add(interpreter.state().motion() == 0);
        feeds.add(motion.feed());
    }

    @Override
    public void rest(int line, double seconds) {}

    @Override
    public void problem(int line, boolean error, String code, Object... arguments) {
        problems.add(line + " " + code + " " + List.of(arguments));
    }
}
