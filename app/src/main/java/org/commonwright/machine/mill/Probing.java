package org.commonwright.machine.mill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.grbl.GrblProbed;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.Progress;

/// Finds an edge or a surface by `G38.2`, and puts the work's zero there. (GRBL 1.1 commands, "G38.x"; LinuxCNC, "Straight probe".)
public final class Probing {
    /// A probe that touches nothing for longer than its way takes has lost its machine.
    private static final int MORE_SECONDS = 15;
    private static final double STANDS_SECONDS = 20;
    private static final int INITIAL = 4;
    private static final double MM_PER_INCH = 25.4;

    private final Session session;
    private final WorkCoordinates coordinates;

    public Probing(Session session) {
        this.session = session;
        this.coordinates = new WorkCoordinates(session);
    }

    /// What to do.
    ///
    /// @param distance the farthest that it goes, mm, with its sign: −10 in Z is 10 mm down
    /// @param feed mm/min
    /// @param plate thickness of the plate that is touched, or for X and Y radius of the tip, mm; empty when the zero is left
    ///        alone
    /// @param retract how far it goes back afterwards, mm
    public record Task(Axis axis, double distance, double feed, Optional<Double> plate, double retract) {
        public Task {
            if (!(Math.abs(distance) >= 0.01 && Math.abs(distance) <= 500)) {
                throw new Fault("grbl.probe-distance");
            }
            if (!(feed >= 1 && feed <= 2000)) {
                throw new Fault("grbl.probe-feed");
            }
            if (plate.isPresent() && !(plate.get() >= 0 && plate.get() <= 100) || !(retract >= 0 && retract <= 100)) {
                throw new Fault("grbl.probe-plate");
            }
        }
    }

    /// What was found.
    ///
    /// @param distance the farthest that it was to go
    /// @param work the contact in the work's coordinates as they were when it began
    /// @param zeroed whether the zero was put there
    public record Found(Axis axis, double distance, GrblProbed contact, Position work, boolean zeroed) {}

    /// Probes, sets the zero when that was asked for, and goes back. Waits for the end of the way.
    ///
    /// @return a contact that did not touch when the way ended without one; the machine is then locked by an alarm
    /// @throws Fault `grbl.probe-closed` when the probe touched before it began; else as of [WorkCoordinates]
    public Found probe(Task task, Progress progress) throws InterruptedException {
        ParserState modes = coordinates.modes(progress);
        WorkSystems before = coordinates.read(progress);
        Position start = standing(progress);
        double from = modes.isRelative() ? 0 : task.axis.of(start.minus(before.offset()));
        double unit = modes.isInches() ? MM_PER_INCH : 1;
        String line = "G38.2" + WorkCoordinates.words(Map.of(task.axis, from + task.distance), unit, unit == 1 ? 3 : 5)
                + "F" + WorkCoordinates.number(task.feed / unit, 3);
        int patience = (int) (Math.abs(task.distance) / task.feed * 60) + MORE_SECONDS;
        GrblProbed contact = contact(session.ask(line, patience, progress));
        Position work = contact.at().minus(before.offset());
        if (!contact.found()) {
            return new Found(task.axis, task.distance, contact, work, false);
        }
        restore(modes, progress);
        if (task.plate.isPresent()) {
            double towards = Math.signum(task.distance);
            double shifted = task.axis.of(before.shift()) + (task.axis == Axis.Z ? before.toolLength() : 0);
            coordinates.put(Map.of(task.axis, task.axis.of(contact.at()) + towards * task.plate.get() - shifted),
                    progress);
        }
        if (task.retract > 0) {
            coordinates.move(task.axis, -Math.signum(task.distance) * task.retract, progress);
            standing(progress);
        }
        return new Found(task.axis, task.distance, contact, work, task.plate.isPresent());
    }

    private GrblProbed contact(List<String> answer) {
        Optional<GrblProbed> said = GrblProbed.in(answer, session.info());
        if (said.isEmpty()) {
            boolean closed = session.status().state() == MachineState.ALARM && session.status().code() == INITIAL;
            throw new Fault(closed ? "grbl.probe-closed" : "grbl.probe-silent");
        }
        return said.get();
    }

    /// The motion mode and the feed are left as they were: axis words alone would probe again.
    private void restore(ParserState modes, Progress progress) throws InterruptedException {
        String motion = modes.words().stream().filter(word -> word.matches("G[0-3]|G80")).findFirst().orElse("G0");
        String feed = modes.words().stream().filter(word -> word.matches("F[0-9.]+")).findFirst().orElse("");
        boolean arc = motion.equals("G2") || motion.equals("G3");
        session.ask((arc ? "G1" : motion) + feed, progress);
    }

    /// Waits until a report that was made since says that the machine stands, and where.
    private Position standing(Progress progress) throws InterruptedException {
        MachineStatus old = session.status();
        session.command("?");
        MachineStatus now = session.awaitStatus(status -> status != old && (stands(status) || isLocked(status)),
                STANDS_SECONDS, progress);
        if (now != old && isLocked(now)) {
            throw new Fault("machine.locked");
        }
        Position at = now.machine();
        if (now == old || !stands(now) || at == null) {
            throw new Fault("machine.still-busy");
        }
        return at;
    }

    private static boolean stands(MachineStatus status) {
        return status.state() == MachineState.IDLE && status.machine() != null;
    }

    private static boolean isLocked(MachineStatus status) {
        return status.state() == MachineState.ALARM || status.state() == MachineState.SLEEP;
    }
}
