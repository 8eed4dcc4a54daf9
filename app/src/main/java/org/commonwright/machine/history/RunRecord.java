package org.commonwright.machine.history;

import java.time.Instant;
import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One run as it is kept (docs/formats/history.md).
///
/// @param id as of its journal
/// @param machine as of [org.commonwright.machine.card.MachineId]
/// @param firmware with its version
/// @param program the file's name
/// @param hash SHA-256 of its bytes, in hex
/// @param lines of the file
/// @param job the job of an order that it was for; empty for none
/// @param ended null while it runs, or when nothing was written about its end
/// @param outcome `running`, `completed`, `aborted`, `failed`, or `killed` when the program ended in the middle of it
/// @param reason why it failed
/// @param seconds that it took; 0 while it runs
/// @param estimate what it was reckoned to take, in seconds; 0 when unknown
/// @param pictures how many were taken
/// @param gap why something is not kept that should be
public record RunRecord(String id, String machine, String port, String firmware, String dialect, String program,
        String hash, int lines, String job, Instant started, @Nullable Instant ended, String outcome,
        Optional<Messages.Key> reason, int sent, int executed, int resends, double seconds, double estimate,
        Material material, Energy energy, int pictures, Check check, Optional<Messages.Key> gap) {
    public static final String RUNNING = "running";

    public boolean isRunning() {
        return outcome.equals(RUNNING);
    }

    public boolean isCompleted() {
        return outcome.equals("completed");
    }

    /// Whether what it made counts as waste: a person says so, or it did not come to its end and nobody says otherwise.
    public boolean isWaste() {
        return check.verdict() == Check.Verdict.SCRAP
                || check.verdict() == Check.Verdict.NONE && !isCompleted() && !isRunning() && executed > 0;
    }

    RunRecord withOutcome(String newOutcome, int newSent, int newExecuted) {
        return new RunRecord(id, machine, port, firmware, dialect, program, hash, lines, job, started, ended,
                newOutcome,
                reason, newSent, newExecuted, resends, seconds, estimate, material, energy, pictures, check, gap);
    }

    RunRecord withCheck(Check newCheck) {
        return new RunRecord(id, machine, port, firmware, dialect, program, hash, lines, job, started, ended, outcome,
                reason, sent, executed, resends, seconds, estimate, material, energy, pictures, newCheck, gap);
    }

    /// With what a person said of the run in an earlier record of it.
    RunRecord withWordsOf(RunRecord earlier) {
        RunRecord checked = withCheck(earlier.check());
        return earlier.energy().how() == Energy.How.METER ? checked.withEnergy(earlier.energy()) : checked;
    }

    RunRecord withGap(Messages.Key newGap) {
        return new RunRecord(id, machine, port, firmware, dialect, program, hash, lines, job, started, ended, outcome,
                reason, sent, executed, resends, seconds, estimate, material, energy, pictures, check,
                Optional.of(newGap));
    }

    RunRecord withEnergy(Energy newEnergy) {
        return new RunRecord(id, machine, port, firmware, dialect, program, hash, lines, job, started, ended, outcome,
                reason, sent, executed, resends, seconds, estimate, material, newEnergy, pictures, check, gap);
    }
}
