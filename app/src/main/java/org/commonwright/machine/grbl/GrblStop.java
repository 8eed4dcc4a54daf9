package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;

/// Stops a machine so that it keeps its position: feed hold, wait for standstill, then a reset, which empties GRBL's buffers
/// and switches the spindle off. A reset in motion would lose steps, so it comes early only when standstill does not.
final class GrblStop {
    private static final long PATIENCE = 10_000_000_000L;
    private static final long ANSWER = 3_000_000_000L;

    private final GrblWire wire;
    private final long began;
    private int reports;
    private long reset = -1;
    private boolean done;

    GrblStop(GrblWire wire, long now) {
        this.wire = wire;
        this.began = now;
        wire.realtime(GrblWire.HOLD);
    }

    void report(MachineStatus status, long now) {
        reports++;
        MachineState state = status.state();
        // The first report may answer a question that was asked before the hold.
        boolean held = (state == MachineState.HOLD || state == MachineState.DOOR) && status.code() == 0;
        if (reset < 0 && (held || state.isAtRest() && reports > 1)) {
            reset(now);
        }
    }

    /// GRBL said its banner.
    void banner() {
        done |= reset >= 0;
    }

    void tick(long now) {
        if (reset < 0 && now - began > PATIENCE) {
            reset(now);
        }
        done |= reset >= 0 && now - reset > ANSWER;
    }

    boolean isDone() {
        return done;
    }

    private void reset(long now) {
        wire.realtime(GrblWire.RESET);
        reset = now;
    }
}
