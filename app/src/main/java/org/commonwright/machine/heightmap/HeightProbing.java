package org.commonwright.machine.heightmap;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.Session;
import org.commonwright.machine.grbl.GrblProbed;
import org.commonwright.machine.mill.ResetMemory;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;

/// Probes the points of a grid one after the other (`G38.2`), at a safe height between them. When it is cancelled, or when the
/// probe finds nothing, the machine is stopped in order and the tool is lifted; after an emergency stop or a lost link nothing
/// moves any more. Minutes; call it where work may take time.
public final class HeightProbing {
    private static final int PATIENCE = 30;
    private static final double STATUS_SECONDS = 5;
    private static final int NO_CONTACT = 5;
    /// Machines stop at a whole step; no axis has longer ones.
    private static final double STEP_MM = 0.05;

    private final Session session;
    private final ProbeDepths depths;

    public HeightProbing(Session session, ProbeDepths depths) {
        this.session = session;
        this.depths = depths;
    }

    /// Probes the points of a map that are not known yet.
    ///
    /// @param each told of the map after each point, on this thread: what was probed is never lost
    /// @throws Fault `heightmap.needs-grbl`, `heightmap.not-idle`, `heightmap.no-position`, `heightmap.spindle-turns`,
    ///         `heightmap.touches`, all before anything moves; `heightmap.nothing-touched` at a point; what asking throws
    public HeightMap probe(HeightMap begun, Consumer<HeightMap> each, Progress progress) throws InterruptedException {
        Position stands = ready();
        ResetMemory before = ResetMemory.read(session, progress);
        Position offset = before.systems().offset();
        List<String> words = before.modes().words();
        if (words.contains("M3") || words.contains("M4")) {
            throw new Fault("heightmap.spindle-turns");
        }
        HeightMap map = begun;
        try {
            say("G21G90G94", progress);
            say("G0Z" + mm(Math.max(depths.safe(), stands.z() - offset.z())), progress);
            for (int n = 0; n < map.grid().size(); n++) {
                int point = map.grid().inOrder(n);
                if (Double.isNaN(map.at(point))) {
                    map = map.with(point, touch(map.grid(), point, before, progress));
                    each.accept(map);
                }
                progress.update((n + 1.0) / map.grid().size());
            }
        } catch (CancelledFault cancelled) {
            stop();
            lift(before);
            throw cancelled;
        }
        before.putBackModes(progress);
        return map;
    }

    /// Where it stands, in its own coordinates.
    private Position ready() throws InterruptedException {
        if (!session.info().dialect().equals("grbl")) {
            throw new Fault("heightmap.needs-grbl", session.info().firmware());
        }
        MachineStatus status = session.awaitStatus(now -> now.machine() != null, STATUS_SECONDS, Progress.NONE);
        Position at = status.machine();
        if (at == null) {
            throw new Fault("heightmap.no-position");
        }
        if (status.state() != MachineState.IDLE || session.isRunning()) {
            throw new Fault("heightmap.not-idle");
        }
        if (status.pins().contains("P")) {
            throw new Fault("heightmap.touches");
        }
        return at;
    }

    private double touch(ProbeGrid grid, int point, ResetMemory before, Progress progress)
            throws InterruptedException {
        say("G0X" + mm(grid.x(point)) + "Y" + mm(grid.y(point)), progress);
        say("G0Z" + mm(depths.safe()), progress);
        List<String> said = session.ask("G38.2Z" + mm(depths.lowest()) + "F" + mm(depths.feed()),
                depths.seconds() + PATIENCE, progress);
        GrblProbed probed = GrblProbed.in(said, session.info()).filter(GrblProbed::found).orElse(null);
        if (probed == null) {
            int alarm = awaitAlarm();
            if (alarm == NO_CONTACT) {
                session.ask("$X", Progress.NONE);
                lift(before);
            }
            throw new Fault("heightmap.nothing-touched", mm(grid.x(point)), mm(grid.y(point)), mm(depths.lowest()),
                    alarm);
        }
        say("G0Z" + mm(depths.safe()), progress);
        return probed.at().z() - before.systems().offset().z();
    }

    private int awaitAlarm() throws InterruptedException {
        return await(MachineState.ALARM).code();
    }

    /// Brakes, and waits until the machine has forgotten what was queued: then it says its banner.
    private void stop() throws InterruptedException {
        var banner = new CountDownLatch(1);
        var listener = new MachineListener() {
            @Override
            public void received(String line) {
                if (line.matches("(?i)grbl.* .*|FluidNC .*")) {
                    banner.countDown();
                }
            }
        };
        session.addListener(listener);
        try {
            session.abort();
            if (!banner.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new Fault("heightmap.not-stopped");
            }
        } finally {
            session.removeListener(listener);
        }
    }

    /// Lifts the tool to the safe height in the machine's own coordinates, as a reset may have taken a `G92` and a tool length away;
    /// when it stands there, they are put back.
    private void lift(ResetMemory before) throws InterruptedException {
        MachineStatus status = await(MachineState.IDLE);
        double height = depths.safe() + before.systems().offset().z();
        Position at = status.machine();
        if (status.state() != MachineState.IDLE || at == null) {
            return;
        }
        if (at.z() < height) {
            session.ask("G21G90G53G0Z" + mm(height), PATIENCE, Progress.NONE);
            session.awaitStatus(now -> now.state() == MachineState.IDLE && isAt(now, height),
                    PATIENCE + depths.seconds(), Progress.NONE);
        }
        before.putBack(Progress.NONE);
    }

    private static boolean isAt(MachineStatus status, double height) {
        Position at = status.machine();
        return at != null && Math.abs(at.z() - height) < STEP_MM;
    }

    private MachineStatus await(MachineState state) throws InterruptedException {
        return session.awaitStatus(status -> status.state() == state, STATUS_SECONDS, Progress.NONE);
    }

    private void say(String line, Progress progress) throws InterruptedException {
        session.ask(line, PATIENCE + depths.seconds(), progress);
    }

    private static String mm(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
