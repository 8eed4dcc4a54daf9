package org.commonwright.machine.mill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.commonwright.error.Fault;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// Check mode on the virtual mill, which resets when it is left, as GRBL does.
class CheckModeTest {
    private static final Program GOOD = Program.of("good.nc", "G21G90\nG0X5\nG1Y7F300\nM2\n");
    private static final Program BAD = Program.of("bad.nc", "G21G90\nG0X5\nG1Y7F300\nG99\nG0X0\n");

    @Test
    void nothingMovesAndEverythingIsAsBefore() throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            List<String> told = Collections.synchronizedList(new ArrayList<>());
            session.addListener(new MachineListener() {
                @Override
                public void started(Program program) {
                    told.add("started");
                }

                @Override
                public void ended(RunOutcome outcome) {
                    told.add("ended");
                }
            });
            var coordinates = new WorkCoordinates(session);
            session.ask("G0X3Y2Z-0.5", Progress.NONE);
            coordinates.select("G57", Progress.NONE);
            coordinates.set(Map.of(Axis.X, 1.0), Progress.NONE);
            coordinates.toolLength(-1.5, Progress.NONE);
            coordinates.shift(Map.of(Axis.Y, 4.0), Progress.NONE);
            session.ask("G91G18", Progress.NONE);
            WorkSystems before = coordinates.read(Progress.NONE);
            for (Program program : List.of(GOOD, BAD)) {
                RunOutcome outcome = new CheckMode(session).check(program, Progress.NONE);
                assertEquals(program == GOOD, outcome.isCompleted(), outcome::toString);
                assertEquals(before, coordinates.read(Progress.NONE), program.name());
                ParserState modes = coordinates.modes(Progress.NONE);
                assertTrue(modes.words().containsAll(List.of("G57", "G18", "G91", "M5")), modes::toString);
                assertEquals(MachineState.IDLE, session.status().state());
                assertEquals(Machines.PRACTICE_ZERO.plus(new Position(3, 2, -0.5)), session.status().machine());
            }
            assertEquals(List.of(), told, "a check is no run");
            session.ask("G90", Progress.NONE);
            assertTrue(session.run(GOOD, SendLog.NONE, Progress.NONE).isCompleted(), "the next run is a true one");
            assertEquals(Machines.PRACTICE_ZERO.plus(new Position(2 + 5, 2 - 4 + 7, -0.5)), session.status().machine());
        }
    }

    @Test
    void aLineThatIsRefusedIsNamedAndAMovingMachineIsNotChecked() throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse("virtual:grbl"), "a test")) {
            RunOutcome outcome = new CheckMode(session).check(BAD, Progress.NONE);
            var failed = assertInstanceOf(RunOutcome.Failed.class, outcome.end());
            assertEquals(4, failed.reason().place().line());
            session.command("G1X9F100");
            assertThrows(Fault.class, () -> new CheckMode(session).check(GOOD, Progress.NONE));
            session.abort();
        }
    }

    @Test
    void aCheckThatIsGivenUpOrRefusedLeavesTheMillAsItWas() throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse("virtual:grbl"), "a test")) {
            var coordinates = new WorkCoordinates(session);
            coordinates.select("G55", Progress.NONE);
            coordinates.toolLength(-1.5, Progress.NONE);
            WorkSystems before = coordinates.read(Progress.NONE);
            Program longOne = Program.of("long.nc", "G21G90\n" + "G1X1F60\nG1X0\n".repeat(20_000));
            RunOutcome outcome = new CheckMode(session).check(longOne, Progress.silent(session::isRunning));
            assertInstanceOf(RunOutcome.Aborted.class, outcome.end());
            assertEquals(before, coordinates.read(Progress.NONE));
            assertTrue(coordinates.modes(Progress.NONE).words().contains("G55"));
            Program tooLong = Program.of("wide.nc", "G1X1F60\nG1" + "X0.0000".repeat(20) + "\n");
            assertThrows(Fault.class, () -> new CheckMode(session).check(tooLong, Progress.NONE));
            assertEquals(before, coordinates.read(Progress.NONE));
            assertEquals(MachineState.IDLE, session.status().state());
        }
    }
}
