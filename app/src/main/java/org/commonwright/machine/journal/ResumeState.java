package org.commonwright.machine.journal;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.ModalState;
import org.commonwright.i18n.Messages.Key;
import org.commonwright.machine.protocol.Program;

/// What a program had set its machine to before a line, in words: what a resume from that line has to put back.
///
/// @param facts in the order in which a person checks them
public record ResumeState(List<Fact> facts) {
    private static final double MM_PER_INCH = 25.4;

    /// One thing that was set.
    public record Fact(Key name, Key value) {}

    /// @param dialect as in the journal's head
    /// @param from the line before which it is asked for
    /// @throws Fault `machine.resume-dialect`
    public static ResumeState before(Program program, int from, String dialect) {
        Dialect spoken = switch (dialect) {
            case "grbl" -> Dialect.GRBL;
            case "marlin" -> Dialect.MARLIN;
            default -> throw new Fault("machine.resume-dialect", dialect);
        };
        ProgramState state = ProgramState.after(program, Math.min(from - 1, program.lines()), spoken);
        List<Fact> facts = new ArrayList<>();
        place(state, facts);
        modes(state.modes(), facts);
        if (spoken == Dialect.GRBL) {
            spindle(state, facts);
        } else {
            heat(state, facts);
        }
        return new ResumeState(List.copyOf(facts));
    }

    private static void place(ProgramState state, List<Fact> facts) {
        add(facts, "resume.x", place(state, 0));
        add(facts, "resume.y", place(state, 1));
        add(facts, "resume.z", place(state, 2));
    }

    private static Key place(ProgramState state, int axis) {
        return state.known(axis)
                ? Key.of("resume.mm", hundredths(state.modes().workPosition(axis)))
                : Key.of("resume.unknown");
    }

    private static void modes(ModalState modes, List<Fact> facts) {
        add(facts, "resume.units", Key.of(modes.inches() ? "resume.inches" : "resume.millimetres"));
        add(facts, "resume.distances", Key.of(modes.relative() ? "resume.relative" : "resume.absolute"));
        add(facts, "resume.plane", Key.of(switch (modes.plane()) {
            case XY -> "resume.plane-xy";
            case ZX -> "resume.plane-zx";
            case YZ -> "resume.plane-yz";
        }));
        add(facts, "resume.system", Key.of("resume.word", "G" + (54 + modes.workSystem())));
        add(facts, "resume.tool", modes.tool() > 0 ? Key.of("resume.number", modes.tool()) : Key.of("resume.none"));
        add(facts, "resume.feed", modes.feed() == 0
                ? Key.of("resume.none")
                : modes.inverseTime()
                        ? Key.of("resume.inverse", hundredths(modes.feed()))
                        : modes.inches()
                                ? Key.of("resume.feed-inches", hundredths(modes.feed() / MM_PER_INCH))
                                : Key.of("resume.feed-mm", hundredths(modes.feed())));
    }

    private static void spindle(ProgramState state, List<Fact> facts) {
        ModalState modes = state.modes();
        add(facts, "resume.spindle", modes.spindle() == 5
                ? Key.of("resume.off")
                : Key.of(modes.spindle() == 3 ? "resume.clockwise" : "resume.counter", hundredths(modes.speed())));
        add(facts, "resume.coolant", Key.of(state.mist() && state.flood()
                ? "resume.both-coolants"
                : state.mist() ? "resume.mist" : state.flood() ? "resume.flood" : "resume.off"));
    }

    private static void heat(ProgramState state, List<Fact> facts) {
        ModalState modes = state.modes();
        add(facts, "resume.hotend", degrees(modes.hotend()));
        add(facts, "resume.bed", degrees(modes.bed()));
        add(facts, "resume.fan", state.fan() > 0
                ? Key.of("resume.percent", Math.round(state.fan() / 2.55))
                : Key.of("resume.off"));
        add(facts, "resume.extruder", Key.of(
                modes.relativeExtrusion() ? "resume.extruder-relative" : "resume.extruder-absolute",
                hundredths(state.extruder())));
    }

    private static Key degrees(double target) {
        return target > 0 ? Key.of("resume.degrees", Math.round(target)) : Key.of("resume.off");
    }

    private static void add(List<Fact> facts, String name, Key value) {
        facts.add(new Fact(Key.of(name), value));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
