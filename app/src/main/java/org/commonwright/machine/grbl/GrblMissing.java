package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.MachineStatus;
import org.jspecify.annotations.Nullable;

/// Notices outside of a run that an answer is missing: the machine reports again and again that it stands, and still a line waits.
/// Without this it would be missing for ever, and each later answer be taken for that of the line before.
final class GrblMissing {
    private static final long LOST_AFTER = 4_000_000_000L;

    private GrblWindow.@Nullable Sent oldest;
    private long since;

    /// @return whether what waits will never be answered
    boolean report(MachineStatus status, GrblWindow window, long now) {
        GrblWindow.Sent waits = status.state().isAtRest() ? window.oldest() : null;
        if (waits == null || waits != oldest) {
            since = now;
        }
        oldest = waits;
        return waits != null && now - since > LOST_AFTER + (long) (window.pauses() * 1e9);
    }
}
