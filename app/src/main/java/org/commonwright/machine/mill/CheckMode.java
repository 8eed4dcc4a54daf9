package org.commonwright.machine.mill;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;

/// Lets GRBL read a whole program without moving (`$C`), so that a line that it refuses is known before the first chip.
/// Leaving check mode resets GRBL, which forgets the active system, the shift, the tool length and the modes: they are put
/// back as they were. (GRBL 1.1 commands, "Check gcode mode".)
public final class CheckMode {
    private static final String SWITCH = "$C";
    private static final double SECONDS = 3;

    private final Session session;
    private final WorkCoordinates coordinates;

    public CheckMode(Session session) {
        this.session = session;
        this.coordinates = new WorkCoordinates(session);
    }

    /// @return completed when the machine took every line; nothing has moved
    /// @throws Fault when the machine is not idle, or what checking or putting back throws
    public RunOutcome check(Program program, Progress progress) throws InterruptedException {
        ParserState modes = coordinates.modes(progress);
        WorkSystems before = coordinates.read(progress);
        if (fresh(progress).state() != MachineState.IDLE) {
            throw new Fault("grbl.check-needs-idle");
        }
        if (session.ask(SWITCH, progress).contains("[MSG:Disabled]")) {
            session.ask(SWITCH, progress);
        }
        try {
            return session.rehearse(program, progress);
        } finally {
            // Also after a cancel or a refused program: a machine left in check mode would only pretend to run the next one.
            if (session.lost().isEmpty()) {
                leave(Progress.NONE);
                restore(modes, before, Progress.NONE);
            }
        }
    }

    /// A run that was stopped has reset the machine already.
    private void leave(Progress progress) throws InterruptedException {
        if (fresh(progress).state() == MachineState.CHECK) {
            session.ask(SWITCH, progress);
        }
    }

    private void restore(ParserState modes, WorkSystems before, Progress progress) throws InterruptedException {
        List<String> words = modes.words().stream()
                .filter(word -> word.matches("G(17|18|19|20|21|90|91|93|94|5[4-9](\\.[1-3])?)")).toList();
        session.ask(String.join("", words), progress);
        if (before.toolLength() != 0) {
            coordinates.toolLength(before.toolLength(), progress);
        }
        Position at = fresh(progress).machine();
        if (!before.shift().equals(Position.ORIGIN) && at != null) {
            Position work = at.minus(before.offset());
            Map<Axis, Double> here = new TreeMap<>();
            for (Axis axis : Axis.values()) {
                if (axis.of(before.shift()) != 0) {
                    here.put(axis, axis.of(work));
                }
            }
            coordinates.shift(here, progress);
        }
    }

    /// A report that was made since.
    private MachineStatus fresh(Progress progress) throws InterruptedException {
        MachineStatus old = session.status();
        session.command("?");
        MachineStatus now = session.awaitStatus(status -> status != old, SECONDS, progress);
        if (now == old) {
            throw new Fault("machine.question-silent", "?");
        }
        return now;
    }
}
