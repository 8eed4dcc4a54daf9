package org.commonwright.machine.host;

import org.commonwright.machine.protocol.RunOutcome;

/// How a program ended that a host ran, by what the host says: nobody here saw its lines.
///
/// @param file its path at the host
/// @param fraction of the file that the host had read at the end, 0 to 1; negative when unknown
/// @param seconds by the host's clock, negative when it did not say
public record HostOutcome(RunOutcome.End end, String file, double fraction, double seconds) {
    public boolean isCompleted() {
        return end instanceof RunOutcome.Completed;
    }

    /// `completed`, `aborted` or `failed`.
    public String word() {
        return switch (end) {
            case RunOutcome.Completed _ -> "completed";
            case RunOutcome.Aborted _ -> "aborted";
            case RunOutcome.Failed _ -> "failed";
        };
    }
}
