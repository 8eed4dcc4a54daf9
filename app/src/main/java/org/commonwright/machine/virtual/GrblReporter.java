package org.commonwright.machine.virtual;

import java.util.Locale;
import org.commonwright.machine.protocol.Position;

/// Writes GRBL's status report: the work offset comes with every thirtieth, the overrides and what is switched on with every
/// twentieth, and at once after they changed.
final class GrblReporter {
    private static final int OFFSET_EVERY = 30;
    private static final int OVERRIDES_EVERY = 20;

    private final GrblSettings settings;
    private final MotionQueue motion;
    private final GrblInterpreter interpreter;
    private final GrblOverrides overrides;
    private final GrblHold hold;
    private final GrblProbe probe;
    private int sinceOffset;
    private int sinceOverrides;

    GrblReporter(GrblSettings settings, MotionQueue motion, GrblInterpreter interpreter, GrblOverrides overrides,
            GrblHold hold, GrblProbe probe) {
        this.settings = settings;
        this.motion = motion;
        this.interpreter = interpreter;
        this.overrides = overrides;
        this.hold = hold;
        this.probe = probe;
    }

    /// The next report brings the offset, the one after it the overrides.
    void changed() {
        sinceOffset = 0;
        sinceOverrides = 0;
    }

    String report(String state, int freeBytes, long now) {
        Position at = motion.position(now);
        Position offset = interpreter.offset();
        GrblModes modes = interpreter.modes();
        int mask = (int) settings.get(10);
        var text = new StringBuilder("<").append(state);
        text.append((mask & 1) != 0
                ? "|MPos:" + Coordinates.text(at)
                : "|WPos:" + Coordinates.text(at.minus(offset)));
        if ((mask & 2) != 0) {
            text.append("|Bf:").append(VirtualGrbl.PLANNER_BLOCKS - motion.planned(now, GrblPlanner.SEGMENTS))
                    .append(',').append(freeBytes);
        }
        if (motion.line() > 0) {
            text.append("|Ln:").append(motion.line());
        }
        double turns = hold.isSpindleOff() ? 0 : modes.speed * overrides.spindle() / 100;
        text.append(String.format(Locale.ROOT, "|FS:%.0f,%.0f", motion.speed(now) * 60, turns));
        if (probe.touches(at)) {
            text.append("|Pn:P");
        }
        if (sinceOffset-- <= 0) {
            sinceOffset = OFFSET_EVERY - 1;
            text.append("|WCO:").append(Coordinates.text(offset));
        } else if (sinceOverrides-- <= 0) {
            sinceOverrides = OVERRIDES_EVERY - 1;
            text.append("|Ov:").append(overrides.list()).append(accessories(modes));
        }
        return text.append('>').toString();
    }

    /// `|A:SFM`: spindle clockwise (S) or not (C), flood, mist; nothing when all is off.
    private String accessories(GrblModes modes) {
        String tool = hold.isSpindleOff() ? "" : modes.turning == 3 ? "S" : "C";
        String coolant = hold.isDoorOpen() ? "" : (modes.flooding ? "F" : "") + (modes.misting ? "M" : "");
        return tool.isEmpty() && coolant.isEmpty() ? "" : "|A:" + tool + coolant;
    }
}
