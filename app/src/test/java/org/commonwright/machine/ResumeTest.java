package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.journal.ResumeState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.trial.Trial;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// From which line, in which state, with which lines a run that was cut off may go on, and what a virtual machine makes of it.
class ResumeTest {
    private static final Program MILLED = Program.of("part.nc",
            "G21G90G17\nG55\nM3S8000\nM8\nG0X0Y0Z5\nG1Z-1F200\nG1X10F600\nG1X10Y10\nG1X0Y10\nG1X0Y0\nG0Z5\nM5\n");

    private static JournalReport killed(Program program, String dialect, int executed, int sent) {
        var head = new JournalHead("20260301T100000Z-x", "", program.name(), program.hash(), program.lines(), "p",
                dialect, "x", Instant.parse("2026-03-01T10:00:00Z"), "1@x");
        return new JournalReport(head, executed, sent, Optional.empty(), false, Optional.empty(), 0);
    }

    @Test
    void aPersonMayBeginEarlierAndNeverLater() {
        JournalReport report = killed(MILLED, "grbl", 8, 10);
        ResumePlan plan = ResumePlan.of(report, MILLED, 7);
        assertEquals(7, plan.next());
        assertTrue(plan.lines().contains("G0X0.000Y0.000") && plan.lines().contains("F200.0000"), plan::toString);
        assertEquals("machine.resume-again", plan.notes().getFirst().code());
        assertThrows(Fault.class, () -> ResumePlan.of(report, MILLED, 10));
        assertThrows(Fault.class, () -> ResumePlan.of(report, MILLED, 0));
    }

    @Test
    void theStateIsSaidInWords() {
        assertEquals(
                List.of("X: 10 mm", "Y: 0 mm", "Z: -1 mm", "Units: millimetres", "Distances: absolute", "Plane: XY",
                        "Coordinate system: G55", "Tool: none", "Feed: 600 mm/min", "Spindle: clockwise, 8,000",
                        "Coolant: flood"),
                said(MILLED, 8, "grbl"));
        var printed = Program.of("hook.gcode", "M190 S60\nM109 S210\nG28\nG90\nM83\nM106 S127\nG1 X5 E1 F900\n");
        List<String> said = said(printed, 8, "marlin");
        assertTrue(said.containsAll(List.of("Nozzle: 210 °C", "Bed: 60 °C", "Part fan: 50 %", "Extruder: relative",
                "Y: not said in absolute coordinates")), said::toString);
    }

    private static List<String> said(Program program, int from, String dialect) {
        var messages = new Messages(Locale.UK);
        return ResumeState.before(program, from, dialect).facts().stream()
                .map(fact -> messages.get(fact.name().key()) + ": "
                        + messages.get(fact.value().key(), fact.value().arguments()))
                .toList();
    }

    @Test
    void aVirtualMachineShowsWhereItEnds() throws InterruptedException {
        JournalReport report = killed(MILLED, "grbl", 8, 10);
        Program rest = ResumePlan.of(report, MILLED).program(MILLED);
        Trial trial = Trial.of(rest, "grbl", Progress.NONE);
        assertTrue(trial.outcome().isCompleted());
        Position end = trial.end().work();
        assertTrue(end != null && end.minus(new Position(0, 0, 5)).length() < 0.01, trial::toString);
        Trial refused = Trial.of(Program.of("own.nc", "G21\nG99\n"), "grbl", Progress.NONE);
        assertEquals(1, refused.outcome().errors().size());
    }

    @Test
    void linesOfOnesOwnAreChecked() {
        JournalReport report = killed(MILLED, "grbl", 8, 10);
        Program rest = ResumePlan.of(report, MILLED).with(List.of("G0 X1", "G1 Q5 X9 F100")).program(MILLED);
        List<Problem> found = Trial.check(rest, Trial.usual("grbl"), MachineStatus.UNKNOWN, Progress.NONE);
        assertTrue(found.stream().anyMatch(p -> p.place() != null && p.place().toString().endsWith(":2")),
                found::toString);
        Program tooLong = Program.of("long.nc", "G1 " + "X1.0000000".repeat(9) + "\n");
        assertTrue(Trial.check(tooLong, Trial.usual("grbl"), MachineStatus.UNKNOWN, Progress.NONE).stream()
                .anyMatch(p -> p.severity() == Problem.Severity.ERROR));
    }
}
