package org.commonwright.machine.journal;

import java.nio.charset.StandardCharsets;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.Interpreter;
import org.commonwright.gcode.ModalState;
import org.commonwright.gcode.Motion;
import org.commonwright.gcode.MotionSink;
import org.commonwright.machine.grbl.GrblLines;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Words;

/// What a machine is to be set to before a line of a program: the modes that the lines before it left behind, and whether the
/// program itself has said where each axis stands.
final class ProgramState {
    private final ModalState modes;
    private final boolean[] known = new boolean[3];
    private boolean shifted;
    private double extruder;
    private double fan = -1;
    private double highest = Double.NEGATIVE_INFINITY;
    private boolean mist;
    private boolean flood;

    private ProgramState(ModalState modes) {
        this.modes = modes;
    }

    /// After the lines 1 to `last`.
    static ProgramState after(Program program, int last, Dialect dialect) {
        var interpreter = new Interpreter(dialect, new MotionSink() {
            @Override
            public void move(Motion motion) {}

            @Override
            public void rest(int line, double seconds) {}

            @Override
            public void problem(int line, boolean error, String code, Object... arguments) {}
        });
        var state = new ProgramState(interpreter.state());
        for (int n = 1; n <= last; n++) {
            String line = program.line(n);
            byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
            interpreter.run(bytes, 0, bytes.length, n);
            state.look(GrblLines.compact(line));
        }
        return state;
    }

    private void look(String line) {
        if (line.startsWith("M117") || line.startsWith("M118")) {
            // Text for people.
            return;
        }
        double g = modes.motion();
        double m = -1;
        double e = Double.NaN;
        double s = Double.NaN;
        boolean[] named = new boolean[3];
        var words = new Words(line);
        while (words.next()) {
            switch (words.letter()) {
                case 'G' -> g = words.value();
                case 'M' -> m = words.value();
                case 'E' -> e = words.value();
                case 'S' -> s = words.value();
                case 'X', 'Y', 'Z' -> named[words.letter() - 'X'] = true;
                default -> {
                    // Nothing else is restored beyond what the modes hold.
                }
            }
        }
        if (named[2] && g != 92 && g != 10) {
            highest = Math.max(highest, modes.workPosition(2));
        }
        for (int axis = 0; axis < 3; axis++) {
            known[axis] |= named[axis] && !modes.relative() && g != 92 && g != 10;
            shifted |= named[axis] && g == 92;
        }
        if (!Double.isNaN(e)) {
            extruder = g == 92 || !modes.relativeExtrusion() ? e : extruder + e;
        } else if (g == 92 && line.length() == 3) {
            extruder = 0;
            shifted = true;
        }
        fan = m == 106 ? Double.isNaN(s) ? 255 : s : m == 107 ? 0 : fan;
        flood = m == 8 || m != 9 && flood;
        mist = m == 7 || m != 9 && mist;
    }

    ModalState modes() {
        return modes;
    }

    /// Whether the program said where X (0), Y (1) or Z (2) is.
    boolean known(int axis) {
        return known[axis];
    }

    /// The highest Z that the program went to so far, in its own coordinates and mm; where it stands if it never named one.
    double highest() {
        return Math.max(highest, modes.workPosition(2));
    }

    /// Whether `G92` moved the coordinates of X, Y or Z: a reset forgets that.
    boolean shifted() {
        return shifted;
    }

    /// The extruder's coordinate.
    double extruder() {
        return extruder;
    }

    /// The part fan, 0 to 255; negative when the program never set it.
    double fan() {
        return fan;
    }

    boolean mist() {
        return mist;
    }

    boolean flood() {
        return flood;
    }
}
