package org.commonwright.fabrication.run;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.exchange.Claim;
import org.commonwright.fabrication.exchange.Exchange;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.LogRef;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.job.ReleaseRecord;
import org.commonwright.fabrication.job.Run;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.job.RunStarted;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.NewEntry;
import org.commonwright.record.RecordStore;

/// What only a person decides about a piece that was started: it is scrap, or the job goes back to the others. Until one of
/// them is said, the gate lets nothing of the job start again.
public final class PieceDecisions {
    private final RunPlaces places;
    private final RecordStore records;
    private final InstantSource clock;

    public PieceDecisions(RunPlaces places, RecordStore records, InstantSource clock) {
        this.places = places;
        this.records = records;
        this.clock = clock;
    }

    /// Declares the piece of the last run scrap; another may be made under the same claim.
    ///
    /// @throws Fault `fabrication.nothing-to-scrap` when no run was started, `fabrication.not-yours` when it is neither
    ///         this agent's run nor order, `fabrication.job-still-running` when a program of this device is at it,
    ///         why a journal cannot be read that may be of this piece
    public Entry scrap(Job job, String reason) {
        if (job.runs().isEmpty()) {
            throw new Fault("fabrication.nothing-to-scrap", job.abbreviated());
        }
        String me = records.identity().agent().fingerprint();
        if (!me.equals(job.claimant()) && !me.equals(job.spec().by())) {
            throw new Fault("fabrication.not-yours", job.abbreviated());
        }
        Journals.Listing kept = Journals.list(places.journals());
        List<JournalReport> journals = kept.reports().stream().filter(j -> j.head().job().equals(job.id())).toList();
        if (job.runs().getLast().end() == null && journals.isEmpty() && !kept.problems().isEmpty()) {
            // It may be the journal of this piece, and the program that writes it may be at it still.
            Problem damaged = kept.problems().getFirst();
            throw new Fault(damaged.code(), damaged.arguments().toArray());
        }
        if (journals.stream().anyMatch(JournalReport::running)) {
            throw new Fault("fabrication.job-still-running", job.abbreviated());
        }
        Run last = job.runs().getLast();
        RunStarted start = last.start();
        RunEnded before = last.end();
        Optional<RunLog> left = before == null && !journals.isEmpty()
                ? Optional.of(RunLog.of(places.journal(journals.getLast().head().id()), null))
                : Optional.empty();
        var record = new RunEnded(job.id(), start.epoch(), start.run(), Outcome.SCRAP,
                before == null ? left.map(RunLog::ref).orElse(LogRef.NONE) : before.log(),
                before == null ? 0 : before.seconds(),
                before == null ? lines(journals) : before.lines(), before == null ? sent(journals) : before.sent(),
                before == null ? executed(journals) : before.executed(), reason, clock.instant());
        Entry written = records.append(
                List.of(new NewEntry(RunEnded.KIND, record.toBody(), List.of(new ContentId(job.entry())))),
                left.map(RunLog::bytes).stream().toList()).getFirst();
        places.gate().release(job.id());
        journals.stream().filter(JournalReport::isOpen)
                .forEach(j -> Journals.settle(places.journals(), j.head(), "scrapped", clock.instant()));
        return written;
    }

    /// Gives the job back, so that another workshop may claim it.
    ///
    /// @throws Fault `fabrication.not-claimed`, `fabrication.piece-undecided` when a piece was started and nobody has said
    ///         what became of it
    public Entry release(Job job, Exchange exchange, String reason) {
        String me = records.identity().agent().fingerprint();
        Claim claim = exchange.current(job.id()).filter(c -> c.heldBy(me))
                .orElseThrow(() -> new Fault("fabrication.not-claimed", job.abbreviated()));
        if (job.status() == JobStatus.RUNNING || job.status() == JobStatus.UNKNOWN) {
            throw new Fault("fabrication.piece-undecided", job.abbreviated());
        }
        exchange.release(claim, reason);
        return records.append(ReleaseRecord.KIND, new ReleaseRecord(job.id(), claim.epoch(), reason).toBody());
    }

    private static long lines(List<JournalReport> journals) {
        return journals.isEmpty() ? 0 : journals.getLast().head().lines();
    }

    private static long sent(List<JournalReport> journals) {
        return journals.isEmpty() ? 0 : journals.getLast().sent();
    }

    private static long executed(List<JournalReport> journals) {
        return journals.isEmpty() ? 0 : journals.getLast().executed();
    }
}
