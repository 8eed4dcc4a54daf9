package org.commonwright.machine.mill;

import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;

/// Lets GRBL read a whole program without moving (`$C`), so that a line that it refuses is known before the first chip.
/// Leaving check mode resets GRBL, which forgets the active system, the shift, the tool length and the modes: they are put
/// back as they were. (GRBL 1.1 commands, "Check gcode mode".)
public final class CheckMode {
    private static final String SWITCH = "$C";

    private final Session session;

    public CheckMode(Session session) {
        this.session = session;
    }

    /// @return completed when the machine took every line; nothing has moved
    /// @throws Fault when the machine is not idle, or what checking or putting back throws
    public RunOutcome check(Program program, Progress progress) throws InterruptedException {
        ResetMemory before = ResetMemory.read(session, progress);
        if (ResetMemory.fresh(session, progress).state() != MachineState.IDLE) {
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
                before.putBack(Progress.NONE);
            }
        }
    }

    /// A run that was stopped has reset the machine already.
    private void leave(Progress progress) throws InterruptedException {
        if (ResetMemory.fresh(session, progress).state() == MachineState.CHECK) {
            session.ask(SWITCH, progress);
        }
    }
}
