package org.commonwright.fabrication.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.job.Run;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.ContentId;
import org.commonwright.record.NewEntry;
import org.commonwright.record.RecordStore;

/// How an interrupted piece could go on, from what its journal shows to have been executed. A person looks at the machine
/// and at the plan, and decides.
///
/// @param report what the journal says of the interrupted run
/// @param plan what would be sent
/// @param program the plan as a program of its own
public record Resumption(JournalReport report, ResumePlan plan, Program program) {
    /// @throws Fault `fabrication.nothing-to-resume` when no run of the job was interrupted on this computer,
    ///         `fabrication.job-still-running`, why a journal cannot be read that may be of this job's last run, or why the machine room sees no safe way
    public static Resumption of(Job job, RunPlaces places) {
        Journals.Listing kept = Journals.list(places.journals());
        Optional<JournalReport> found = kept.reports().stream()
                .filter(j -> j.head().job().equals(job.id()) && (j.running() || j.isOpen())).reduce((_, last) -> last);
        // What it is about cannot be told: it may be this job's last run.
        kept.problems().stream().filter(damaged -> found.isEmpty() || isLater(damaged, found.get())).findFirst()
                .ifPresent(damaged -> {
                    throw new Fault(damaged.code(), damaged.arguments().toArray());
                });
        JournalReport report = found
                .orElseThrow(() -> new Fault("fabrication.nothing-to-resume", job.abbreviated()));
        if (report.running()) {
            throw new Fault("fabrication.job-still-running", job.abbreviated());
        }
        Program program = Journals.program(places.journals(), report.head());
        ResumePlan plan = ResumePlan.of(report, program);
        plan.refusal().ifPresent(no -> {
            throw new Fault(no.code(), no.arguments().toArray());
        });
        return new Resumption(report, plan, plan.program(program));
    }

    /// Whether a journal that cannot be read began after one that can: names begin with the time of the start.
    private static boolean isLater(Problem damaged, JournalReport report) {
        return !(damaged.arguments().getFirst() instanceof Path file)
                || file.getFileName().toString().compareTo(report.head().id()) > 0;
    }

    /// Records that the interrupted run ended where it did, and lets the job start again.
    public void settle(Job job, RunPlaces places, RecordStore records, InstantSource clock) {
        Run last = job.runs().getLast();
        if (last.end() == null) {
            RunLog log = RunLog.of(places.journal(report.head().id()), null);
            var record = new RunEnded(job.id(), last.start().epoch(), last.start().run(), Outcome.FAILED, log.ref(), 0,
                    report.head().lines(), report.sent(), report.executed(), "resumed", clock.instant());
            records.append(List.of(new NewEntry(RunEnded.KIND, record.toBody(), List.of(new ContentId(job.entry())))),
                    List.of(log.bytes()));
        }
        places.gate().release(job.id());
        Journals.settle(places.journals(), report.head(), "resumed", clock.instant());
    }
}
