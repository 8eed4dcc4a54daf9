package org.commonwright.fabrication.job;

import java.util.List;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One job and where it stands.
///
/// @param entry id of the record that planned it
/// @param status where it stands
/// @param reason why the status is what it is, as a text of the program
/// @param epoch the highest epoch on record; 0 when nobody ever claimed it
/// @param claim the claim of that epoch; null when there is none or two contradict each other
/// @param claimant fingerprint of who holds that claim; empty when there is none
/// @param made pieces completed
/// @param runs all runs, by epoch and number
public record Job(JobSpec spec, String entry, JobStatus status, Messages.Key reason, int epoch,
        @Nullable ClaimRecord claim, String claimant, long made, List<Run> runs) {
    public Job {
        runs = List.copyOf(runs);
    }

    public String id() {
        return spec.id();
    }

    /// The first digits of the name, for people.
    public String abbreviated() {
        return id().substring(0, 8);
    }

    /// The number that the next run under the present claim gets.
    public int nextRun() {
        return runs.stream().map(Run::start).filter(s -> s.epoch() == epoch).mapToInt(RunStarted::run).max().orElse(0)
                + 1;
    }
}
