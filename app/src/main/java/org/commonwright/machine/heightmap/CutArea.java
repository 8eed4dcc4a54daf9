package org.commonwright.machine.heightmap;

import org.commonwright.gcode.DialectGuess;
import org.commonwright.gcode.Interpreter;
import org.commonwright.gcode.Motion;
import org.commonwright.gcode.MotionSink;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.Bounds;

/// The area that a program works in: where its tool is, in work coordinates, on moves with a feed that go below zero; of a
/// program that never does, on all moves with a feed.
public final class CutArea implements MotionSink {
    private final Interpreter interpreter;
    private Bounds below = Bounds.EMPTY;
    private Bounds all = Bounds.EMPTY;

    private CutArea(byte[] bytes) {
        interpreter = new Interpreter(DialectGuess.of(bytes, bytes.length), this);
    }

    /// Empty for a program without such moves.
    public static Bounds of(Program program) {
        byte[] bytes = program.bytes();
        var area = new CutArea(bytes);
        int line = 1;
        for (int from = 0; from < bytes.length; line++) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            area.interpreter.run(bytes, from, to, line);
            from = to + 1;
        }
        return area.below.isEmpty() ? area.all : area.below;
    }

    @Override
    public void move(Motion motion) {
        Way way = Way.of(motion, interpreter.state());
        if (way == null || !motion.kind().works()) {
            return;
        }
        Bounds box = Bounds.EMPTY;
        for (double[] p : way.points) {
            box = box.union(new Bounds(p[0], p[1], p[2], p[0], p[1], p[2]));
        }
        if (!way.isAcross()) {
            double[] end = way.to();
            box = new Bounds(end[0], end[1], box.minZ(), end[0], end[1], box.maxZ());
        }
        all = all.union(box);
        below = box.minZ() < 0 ? below.union(box) : below;
    }

    @Override
    public void rest(int line, double seconds) {}

    @Override
    public void problem(int line, boolean error, String code, Object... arguments) {}
}
