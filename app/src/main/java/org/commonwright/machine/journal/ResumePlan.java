package org.commonwright.machine.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.ModalState;
import org.commonwright.gcode.Plane;
import org.commonwright.machine.grbl.GrblLines;
import org.commonwright.machine.protocol.Program;

/// How an interrupted program could go on: exactly these lines, then the program from a line on. It is shown to a person, who
/// decides; the program never sends it by itself.
///
/// @param next the line of the program that follows them: the first that is not certainly done
/// @param lines what to send before it; empty when `refusal` says why there is no safe way
/// @param refusal why it cannot go on, empty when it can
/// @param notes what a person must look at first
public record ResumePlan(int next, List<String> lines, Optional<Problem> refusal, List<Problem> notes) {
    private static final double LIFT_MM = 5;

    /// From the first line that is not certainly done.
    ///
    /// @param program as it was run
    public static ResumePlan of(JournalReport report, Program program) {
        return of(report, program, report.executed() + 1);
    }

    /// From a line that a person chose: the first that is not certainly done, or an earlier one.
    ///
    /// @throws Fault `machine.resume-from` when the line is none of those
    public static ResumePlan of(JournalReport report, Program program, int from) {
        if (from < 1 || from > report.executed() + 1) {
            throw new Fault("machine.resume-from", from, report.executed() + 1);
        }
        return switch (report.head().dialect()) {
            case "grbl" -> of(report, program, Dialect.GRBL, from);
            case "marlin" -> of(report, program, Dialect.MARLIN, from);
            // A newer program's, or another's: what puts one machine back in place may drive another into its part.
            default -> refused(from, Problem.error(null, "machine.resume-dialect", report.head().dialect()));
        };
    }

    private static ResumePlan of(JournalReport report, Program program, Dialect dialect, int from) {
        ProgramState state = ProgramState.after(program, Math.min(from - 1, program.lines()), dialect);
        if (report.damaged() > 0) {
            return refused(from, Problem.error(null, "machine.resume-damaged", report.damaged()));
        }
        if (from > program.lines()) {
            return refused(from, Problem.note(null, "machine.resume-done"));
        }
        if (!report.mayHaveBegun()) {
            return new ResumePlan(1, List.of(), Optional.empty(),
                    List.of(Problem.note(null, "machine.resume-not-begun")));
        }
        if (state.shifted()) {
            return refused(from, Problem.error(null, "machine.resume-shifted"));
        }
        boolean moved = from > 1;
        if (moved && !(state.known(0) && state.known(1) && state.known(2))) {
            return refused(from, Problem.error(null, "machine.resume-unknown-place", from));
        }
        List<Problem> notes = new ArrayList<>();
        if (from <= report.executed()) {
            notes.add(Problem.warning(null, "machine.resume-again", from, report.executed()));
        }
        if (report.sent() > report.executed()) {
            notes.add(Problem.warning(null, "machine.resume-perhaps-done", report.executed() + 1, report.sent()));
        }
        List<String> lines = dialect == Dialect.GRBL ? grbl(state, moved) : marlin(state, moved);
        String check = moved ? "machine.resume-check-marlin" : "machine.resume-check-marlin-anew";
        notes.add(Problem.warning(null, dialect == Dialect.GRBL ? "machine.resume-check-grbl" : check));
        boolean rewritten = dialect == Dialect.GRBL && goesOnWithAnArc(state, program.line(from));
        if (rewritten) {
            // G2 and G3 cannot be put in force without a move, so the line itself gets the word that it relies on.
            lines.add("G" + state.modes().motion() + GrblLines.compact(program.line(from)));
        }
        return new ResumePlan(rewritten ? from + 1 : from, lines, Optional.empty(), notes);
    }

    private static boolean goesOnWithAnArc(ProgramState state, String line) {
        String compact = GrblLines.compact(line).toUpperCase(Locale.ROOT);
        boolean arc = state.modes().motion() == 2 || state.modes().motion() == 3;
        return arc && compact.matches("[XYZIJKRFN].*") && !compact.matches(".*G0*[0-3](\\D.*|$)");
    }

    private static ResumePlan refused(int from, Problem why) {
        return new ResumePlan(from, List.of(), Optional.of(why), List.of());
    }

    /// The same with other lines before the rest: a person changed them.
    public ResumePlan with(List<String> instead) {
        return new ResumePlan(next, List.copyOf(instead), refusal, notes);
    }

    /// The whole as a program of its own.
    public Program program(Program original) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        for (int n = next; n <= original.lines(); n++) {
            text.append(original.line(n)).append('\n');
        }
        return Program.of(original.name() + " (" + next + "…)",
                text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<String> grbl(ProgramState state, boolean moved) {
        ModalState modes = state.modes();
        List<String> lines = new ArrayList<>();
        lines.add("$H");
        lines.add("G21G90G94G17");
        lines.add("G" + (54 + modes.workSystem()));
        if (modes.spindle() != 5) {
            lines.add(String.format(Locale.ROOT, "M%dS%.0f", modes.spindle(), modes.speed()));
            lines.add("G4P5");
        }
        if (state.mist()) {
            lines.add("M7");
        }
        if (state.flood()) {
            lines.add("M8");
        }
        if (moved) {
            // Its own clear height: after homing it is free of the work there, and without homing the tool is lifted out of the cut.
            lines.add(String.format(Locale.ROOT, "G0Z%.3f", state.highest()));
            lines.add(String.format(Locale.ROOT, "G0X%.3fY%.3f", modes.workPosition(0), modes.workPosition(1)));
            double feed = modes.inverseTime() || modes.feed() == 0 ? 100 : modes.feed();
            lines.add(String.format(Locale.ROOT, "G1Z%.3fF%.1f", modes.workPosition(2), Math.min(feed, 300)));
        }
        int plane = modes.plane() == Plane.XY ? 17 : modes.plane() == Plane.ZX ? 18 : 19;
        lines.add("G" + plane + (modes.inches() ? "G20" : "G21") + (modes.relative() ? "G91" : "G90")
                + (modes.inverseTime() ? "G93" : "G94"));
        if (!modes.inverseTime() && modes.feed() > 0) {
            lines.add(String.format(Locale.ROOT, "F%.4f", modes.feed() / (modes.inches() ? 25.4 : 1)));
        }
        if (modes.motion() == 0 || modes.motion() == 1) {
            lines.add("G" + modes.motion());
        }
        return lines;
    }

    private static List<String> marlin(ProgramState state, boolean moved) {
        ModalState modes = state.modes();
        List<String> lines = new ArrayList<>();
        if (modes.bed() > 0) {
            lines.add(String.format(Locale.ROOT, "M190 S%.0f", modes.bed()));
        }
        if (modes.hotend() > 0) {
            lines.add(String.format(Locale.ROOT, "M109 S%.0f", modes.hotend()));
        }
        lines.add("G21");
        lines.add("G90");
        if (moved) {
            // Z is not homed: the part is in the way. It is taken to stand where the last certain line left it.
            lines.add(String.format(Locale.ROOT, "G92 Z%.3f", modes.workPosition(2)));
            lines.add(String.format(Locale.ROOT, "G1 Z%.3f F300", modes.workPosition(2) + LIFT_MM));
        }
        lines.add(moved ? "G28 X Y" : "G28");
        if (state.fan() >= 0) {
            lines.add(String.format(Locale.ROOT, "M106 S%.0f", state.fan()));
        }
        lines.add(String.format(Locale.ROOT, "G92 E%.5f", state.extruder()));
        if (moved) {
            lines.add(String.format(Locale.ROOT, "G1 X%.3f Y%.3f F3000", modes.workPosition(0), modes.workPosition(1)));
            lines.add(String.format(Locale.ROOT, "G1 Z%.3f F300", modes.workPosition(2)));
        }
        lines.add(modes.inches() ? "G20" : "G21");
        lines.add(modes.relative() ? "G91" : "G90");
        lines.add(modes.relativeExtrusion() ? "M83" : "M82");
        if (modes.feed() > 0) {
            lines.add(String.format(Locale.ROOT, "G1 F%.4f", modes.feed() / (modes.inches() ? 25.4 : 1)));
        }
        return lines;
    }
}
