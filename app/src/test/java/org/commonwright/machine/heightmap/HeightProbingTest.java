package org.commonwright.machine.heightmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.mill.WorkCoordinates;
import org.commonwright.machine.mill.WorkSystems;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.virtual.Surface;
import org.commonwright.model.Bounds;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class HeightProbingTest {
    private static final ProbeDepths DEPTHS = new ProbeDepths(3, -2, 100);
    private final HeightMap empty = HeightMap.empty(ProbeGrid.over(new Bounds(0, 0, 0, 30, 20, 0), 10),
            new HeightMap.Origin("", "", ""));
    private final AtomicReference<HeightMap> last = new AtomicReference<>(empty);

    private Session connect(String port) throws InterruptedException {
        return new Machines().connect(Port.parse(port), "a test");
    }

    @Test
    void theMapIsTheSurface() throws InterruptedException {
        try (Session session = connect("virtual:grbl?speed=0")) {
            List<Double> progress = new ArrayList<>();
            // The zero of the work lies elsewhere than the machine's, and the machine counts in inches from place to place.
            session.ask("G10L2P2X-285Y-183Z-40.25", Progress.NONE);
            session.ask("G55", Progress.NONE);
            session.ask("G92Z0.5", Progress.NONE);
            session.ask("G1F321", Progress.NONE);
            session.ask("G20G91", Progress.NONE);
            HeightMap map = new HeightProbing(session, DEPTHS).probe(empty, last::set, new Progress() {
                @Override
                public void update(double fraction) {
                    progress.add(fraction);
                }

                @Override
                public void say(String key, Object... arguments) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
            assertTrue(map.isComplete());
            for (int i = 0; i < map.grid().size(); i++) {
                double there = Surface.board(1).z(map.grid().x(i) + 5, map.grid().y(i) + 7) + 0.5;
                assertEquals(there, map.at(i), 0.0011, "point " + i);
            }
            assertEquals(12, progress.size());
            assertEquals(1.0, progress.getLast());
            assertEquals(List.of("G1", "G55", "G17", "G20", "G91", "G94", "M5", "M9", "T0", "F321", "S0"),
                    new WorkCoordinates(session).modes(Progress.NONE).words());
            // Only what is missing is probed again.
            HeightMap again = new HeightProbing(session, DEPTHS).probe(map, _ -> {
                throw new AssertionError("nothing was missing");
            }, Progress.NONE);
            assertEquals(12, again.known());
        }
    }

    /// In real time: the cancel comes while the tool is on its way down.
    @Test
    void cancellingLiftsTheToolAndKeepsWhatWasProbed() throws InterruptedException {
        try (Session session = connect("virtual:grbl?speed=30")) {
            shift(session);
            session.ask("G1F234", Progress.NONE);
            var coordinates = new WorkCoordinates(session);
            WorkSystems before = coordinates.read(Progress.NONE);
            List<String> modes = coordinates.modes(Progress.NONE).words();
            var probing = new HeightProbing(session, new ProbeDepths(4, -2, 50));
            assertThrows(CancelledFault.class, () -> probing.probe(empty, last::set,
                    Progress.silent(() -> last.get().known() >= 1 && z(session) < 3)));
            assertTrue(last.get().known() >= 1 && last.get().known() < 12);
            assertEquals(MachineState.IDLE, session.status().state());
            until(session, 4);
            same(before, coordinates.read(Progress.NONE));
            assertEquals(modes, coordinates.modes(Progress.NONE).words());
            HeightMap map = new HeightProbing(session, new ProbeDepths(1, -2, 1000)).probe(last.get(), last::set,
                    Progress.NONE);
            assertTrue(map.isComplete());
        }
    }

    /// What a reset forgets.
    private static void shift(Session session) throws InterruptedException {
        session.ask("G43.1Z0.25", Progress.NONE);
        session.ask("G92X0.5Z0.25", Progress.NONE);
    }

    private static void same(WorkSystems before, WorkSystems after) {
        assertEquals(before.active(), after.active());
        assertEquals(before.toolLength(), after.toolLength(), 1e-9);
        assertEquals(0, before.shift().minus(after.shift()).length(), 0.0021, () -> before + " " + after);
    }

    @Test
    void nothingToTouchEndsAboveTheWork() throws InterruptedException {
        try (Session session = connect("virtual:grbl?speed=0")) {
            shift(session);
            WorkSystems before = new WorkCoordinates(session).read(Progress.NONE);
            Fault fault = assertThrows(Fault.class,
                    () -> new HeightProbing(session, new ProbeDepths(3, -0.5, 100)).probe(empty, last::set,
                            Progress.NONE));
            assertEquals("heightmap.nothing-touched", fault.code());
            assertEquals(List.of("0.000", "0.000", "-0.500", 5), fault.arguments());
            until(session, 3);
            same(before, new WorkCoordinates(session).read(Progress.NONE));
        }
    }

    private static double z(Session session) {
        Position at = session.status().work();
        return at == null ? 0 : at.z();
    }

    private static void until(Session session, double z) throws InterruptedException {
        for (int i = 0; i < 500 && Math.abs(z(session) - z) > 0.001; i++) {
            Thread.sleep(10);
        }
        assertEquals(z, z(session), 0.001);
    }

    @Test
    void nothingMovesWhenSomethingIsNotAsItShouldBe() throws InterruptedException {
        try (Session session = connect("virtual:marlin?speed=0")) {
            assertEquals("heightmap.needs-grbl", code(session));
        }
        try (Session session = connect("virtual:grbl?speed=0")) {
            session.ask("M3S1000", Progress.NONE);
            assertEquals("heightmap.spindle-turns", code(session));
            session.ask("M5", Progress.NONE);
            session.ask("G0Z-3", Progress.NONE);
            for (int i = 0; i < 500 && !session.status().pins().contains("P"); i++) {
                Thread.sleep(10);
            }
            assertEquals("heightmap.touches", code(session));
        }
        assertThrows(Fault.class, () -> new ProbeDepths(-3, -2, 100));
        assertThrows(Fault.class, () -> new ProbeDepths(3, -2, Double.NaN));
    }

    private String code(Session session) {
        return assertThrows(Fault.class, () -> new HeightProbing(session, DEPTHS).probe(empty, last::set,
                Progress.NONE)).code();
    }
}
