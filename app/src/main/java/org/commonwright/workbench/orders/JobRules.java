package org.commonwright.workbench.orders;

import java.util.List;
import java.util.Optional;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.i18n.Messages;

/// Why something cannot be done with a job now, as a text a person reads; empty when it can. The engine asks the same again
/// when it is done: this only spares a person the try.
///
/// @param here whether a run of the job goes on in this window
record JobRules(Board board, Job job, boolean here) {
    Optional<Messages.Key> claim() {
        if (job.status() != JobStatus.OPEN) {
            return Optional.of(job.reason());
        }
        List<Match> matches = board.matches(job);
        if (matches.isEmpty()) {
            return Optional.of(Messages.Key.of("orders.no-machines", board.workshop().name()));
        }
        return matches.stream().anyMatch(Match::fits)
                ? Optional.empty()
                : Optional.of(Messages.Key.of("fabrication.no-machine", job.spec().part(),
                        matches.getFirst().machine().name(), matches.getFirst().refusals().getFirst().reason()));
    }

    Optional<Messages.Key> run() {
        if (here) {
            return Optional.of(Messages.Key.of("orders.runs-here"));
        }
        return switch (job.status()) {
            case DONE -> Optional.of(Messages.Key.of("fabrication.job-finished", job.abbreviated()));
            case RUNNING, UNKNOWN ->
                Optional.of(Messages.Key.of("fabrication.job-was-started", job.abbreviated(), job.reason()));
            case OPEN, CLAIMED, SCRAP -> !board.holds(job)
                    ? Optional.of(Messages.Key.of("fabrication.not-claimed", job.abbreviated()))
                    : board.machine(job).isPresent()
                            ? Optional.empty()
                            : Optional.of(Messages.Key.of("fabrication.machine-missing", machine(),
                                    board.workshop().name()));
        };
    }

    /// Of a piece that was interrupted on this computer.
    Optional<Messages.Key> resume() {
        if (here) {
            return Optional.of(Messages.Key.of("orders.runs-here"));
        }
        boolean interrupted = job.status() == JobStatus.RUNNING || job.status() == JobStatus.UNKNOWN;
        return interrupted && board.holds(job)
                ? Optional.empty()
                : Optional.of(Messages.Key.of("fabrication.nothing-to-resume", job.abbreviated()));
    }

    Optional<Messages.Key> scrap(String reason) {
        if (job.runs().isEmpty()) {
            return Optional.of(Messages.Key.of("fabrication.nothing-to-scrap", job.abbreviated()));
        }
        if (!board.holds(job) && !board.agent().equals(job.spec().by())) {
            return Optional.of(Messages.Key.of("fabrication.not-yours", job.abbreviated()));
        }
        if (here) {
            return Optional.of(Messages.Key.of("fabrication.job-still-running", job.abbreviated()));
        }
        RunEnded end = job.runs().getLast().end();
        if (end != null && end.outcome() == Outcome.SCRAP) {
            return Optional.of(Messages.Key.of("orders.scrapped-already"));
        }
        return reason.isBlank() ? Optional.of(Messages.Key.of("orders.scrap-needs-reason")) : Optional.empty();
    }

    Optional<Messages.Key> release() {
        return switch (job.status()) {
            case OPEN, DONE -> Optional.of(Messages.Key.of("fabrication.not-claimed", job.abbreviated()));
            case RUNNING, UNKNOWN -> Optional.of(Messages.Key.of("fabrication.piece-undecided", job.abbreviated()));
            case CLAIMED, SCRAP -> board.holds(job)
                    ? Optional.empty()
                    : Optional.of(Messages.Key.of("fabrication.not-claimed", job.abbreviated()));
        };
    }

    private String machine() {
        return job.claim() == null ? "" : job.claim().machine();
    }
}
