package org.commonwright.workbench.orders;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.fabrication.JobDesk;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.Run;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.run.RunLogs;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.record.RecordView;

/// All jobs that this repository knows of, beside the workshop that may do them.
///
/// @param agent the fingerprint that this device signs with
/// @param logs hashes of the runs' logs that are here
record Board(JobBook book, Workshop workshop, String agent, Set<String> logs) {
    /// What a desk has to show now.
    static Board of(JobDesk desk) {
        JobBook book = desk.book();
        RunLogs logs = desk.logs();
        RecordView view = desk.records().read();
        Set<String> here = book.jobs().stream().flatMap(job -> job.runs().stream()).map(Run::end)
                .filter(Objects::nonNull).filter(end -> logs.isHere(view, end)).map(end -> end.log().sha256())
                .collect(Collectors.toUnmodifiableSet());
        return new Board(book, desk.workshop(), desk.agent(), here);
    }

    boolean hasLog(RunEnded run) {
        return logs.contains(run.log().sha256());
    }

    List<Job> of(JobStatus status) {
        return book.jobs().stream().filter(job -> job.status() == status).toList();
    }

    Optional<Job> job(String id) {
        return book.jobs().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /// One match for each machine of the workshop.
    List<Match> matches(Job job) {
        return Match.all(workshop, job.spec().requirement());
    }

    /// Whether the job is claimed by this device.
    boolean holds(Job job) {
        return job.status() != JobStatus.OPEN && job.claimant().equals(agent);
    }

    /// The machine that this workshop has claimed the job for.
    Optional<MachineProfile> machine(Job job) {
        return Optional.ofNullable(job.claim()).flatMap(claim -> workshop.machine(claim.machine()));
    }
}
