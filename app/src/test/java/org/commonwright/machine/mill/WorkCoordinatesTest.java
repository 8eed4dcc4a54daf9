package org.commonwright.machine.mill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On the virtual mill, through a session.
class WorkCoordinatesTest {
    private final Session session = connect("virtual:grbl?speed=0");
    private final WorkCoordinates coordinates = new WorkCoordinates(session);

    private static Session connect(String port) {
        try {
            return new Machines().connect(Port.parse(port), "a test");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        session.close();
    }

    private WorkSystems read() throws InterruptedException {
        return coordinates.read(Progress.NONE);
    }

    @Test
    void theZeroIsSetWhereTheToolStandsInWhateverUnitsAreOn() throws InterruptedException {
        session.ask("G0X20Y10Z-5", Progress.NONE);
        coordinates.select("G55", Progress.NONE);
        coordinates.set(Map.of(Axis.X, 0.0, Axis.Y, 2.5), Progress.NONE);
        assertEquals("G55", read().active());
        assertEquals(new Position(-290 + 20, -190 + 7.5, 0), read().systems().get("G55"));
        assertEquals(Machines.PRACTICE_ZERO, read().systems().get("G54"));
        session.ask("G20", Progress.NONE);
        coordinates.set(Map.of(Axis.Z, 25.4), Progress.NONE);
        assertEquals(new Position(-290 + 20, -190 + 7.5, -40 - 30.4), read().offset());
        assertTrue(coordinates.modes(Progress.NONE).isInches(), "the modes are left as they were");
    }

    @Test
    void shiftAndToolLengthAddUpAndAreForgottenByAReset() throws InterruptedException {
        coordinates.toolLength(3.25, Progress.NONE);
        coordinates.shift(Map.of(Axis.X, 4.0), Progress.NONE);
        assertEquals(Machines.PRACTICE_ZERO.plus(new Position(-4, 0, 3.25)), read().offset());
        coordinates.set(Map.of(Axis.Z, 0.0), Progress.NONE);
        assertEquals(-40, read().offset().z(), 1e-9, "the tool's tip stands at zero");
        coordinates.clearShift(Progress.NONE);
        coordinates.clearToolLength(Progress.NONE);
        assertEquals(Machines.PRACTICE_ZERO.plus(new Position(0, 0, -3.25)), read().offset());
        coordinates.keepPlace("G28", Progress.NONE);
        assertEquals(List.of("G28", "G30"), List.copyOf(read().places().keySet()));
    }

    @Test
    void aProbeFindsTheBoardAndPutsTheZeroUnderThePlate() throws InterruptedException {
        coordinates.shift(Map.of(Axis.Z, 1.0), Progress.NONE);
        coordinates.toolLength(2, Progress.NONE);
        session.ask("G1F300", Progress.NONE);
        var task = new Probing.Task(Axis.Z, -20, 80, Optional.of(1.6), 2);
        Probing.Found found = new Probing(session).probe(task, Progress.NONE);
        assertTrue(found.contact().found() && found.zeroed());
        assertEquals(-40.970, found.contact().at().z(), 0.001);
        assertEquals(found.contact(), read().probe());
        double surface = found.contact().at().z() - read().offset().z();
        assertEquals(1.6, surface, 0.002, "the plate's upper side is its thickness above zero");
        ParserState modes = coordinates.modes(Progress.NONE);
        assertTrue(modes.words().containsAll(List.of("G1", "F300", "G90")), modes::toString);
        assertEquals(2 + found.contact().at().z(), session.status().machine().z(), 0.02);
    }

    @Test
    void aProbeThatTouchesNothingLocksTheMachine() throws InterruptedException {
        var probing = new Probing(session);
        var shortWay = new Probing.Task(Axis.Z, -0.5, 200, Optional.of(0.0), 2);
        assertFalse(probing.probe(shortWay, Progress.NONE).contact().found());
        assertEquals(MachineState.ALARM, session.status().state());
        assertEquals(5, session.status().code());
        session.ask("$X", Progress.NONE);
        session.ask("G0Z-13", Progress.NONE);
        assertEquals("grbl.probe-closed", assertThrows(Fault.class, () -> probing.probe(
                new Probing.Task(Axis.Z, -3, 200, Optional.empty(), 0), Progress.NONE)).code());
    }

    @Test
    void whatIsNoMillOrNoAxesIsSaid() throws InterruptedException {
        try (Session printer = connect("virtual:marlin?speed=0")) {
            assertEquals("grbl.only", assertThrows(Fault.class,
                    () -> new WorkCoordinates(printer).read(Progress.NONE)).code());
        }
        assertEquals("grbl.no-system",
                assertThrows(Fault.class, () -> coordinates.select("G53", Progress.NONE)).code());
        for (String axes : List.of("", "W", "X1,X2", "X--1", "1", "X.", "X1e9", "X0;Y0", "X\n$X")) {
            assertEquals("grbl.bad-axes", assertThrows(Fault.class, () -> AxisWords.parse(axes), axes).code());
        }
        assertEquals(Map.of(Axis.X, 0.0, Axis.Z, -1.5), AxisWords.parse("x, z-1.5"));
    }

    @Test
    void linesThatAreTornOrOfOthersSayNothing() {
        WorkSystems systems = WorkSystems.of(List.of("[G54:1.000,2.000,-0.000,9.000]", "[G59.1:1,2,3]", "[G55:1,2,x]",
                "[G56:", "[MSG:G54]", "[TLO:0.000,0.000,1.500]", "[PRB:1.0,2.0,3.0:1]", "[G57:1..2,3,4]"), "G54", 25.4,
                0);
        assertEquals(List.of("G54", "G59.1"), List.copyOf(systems.systems().keySet()));
        assertEquals(new Position(25.4, 50.8, 0), systems.systems().get("G54"));
        assertEquals(38.1, systems.toolLength(), 1e-9);
        assertTrue(systems.probe().found());
    }
}
