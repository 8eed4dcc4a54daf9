package org.commonwright.machine.journal;

import java.util.Optional;
import org.commonwright.error.Fault;

/// What a journal says about its run.
///
/// @param executed every line up to this one is certainly done
/// @param sent lines after `executed` and up to this one may have left, and may have been done
/// @param ended how the run ended, empty when nothing was written about it: the program was killed, or the power cut
/// @param running the program that writes it is still at it
/// @param settled what a person decided about it afterwards, empty when nobody has
/// @param damaged records in the middle of the file that cannot be read; a torn last one is not counted
public record JournalReport(JournalHead head, int executed, int sent, Optional<String> ended, boolean running,
        Optional<String> settled, int damaged) {
    /// Whether every line was executed.
    public boolean isCompleted() {
        return ended.filter("completed"::equals).isPresent();
    }

    /// Whether a person should look at it: it did not come to its end, and nobody has settled it.
    public boolean isOpen() {
        return !running && !isCompleted() && settled.isEmpty();
    }

    /// @throws Fault `machine.journal-of-a-job` when the run made a piece of a job: what became of it is then decided with the
    ///         job, where others see it
    public void requireNoJob() {
        if (!head.job().isEmpty()) {
            throw new Fault("machine.journal-of-a-job", head.id(), head.job());
        }
    }

    /// Whether anything may have reached the machine.
    public boolean mayHaveBegun() {
        return sent > 0;
    }
}
