package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;

/// Notices that a machine which says that it runs does not move: every line is answered, so only motion can be left.
final class GrblStands {
    /// The slowest feed that anybody cuts with moves by a step in less.
    static final long PATIENCE = 60_000_000_000L;

    private String place = "";
    private long since;

    /// @param now where the machine says that it is, with all its axes
    /// @return whether it has said the same for too long
    boolean report(MachineStatus status, String now, long time) {
        if (status.state() != MachineState.RUN || !now.equals(place)) {
            place = now;
            since = time;
        }
        return time - since > PATIENCE;
    }
}
