package org.commonwright.workbench.orders;

import java.util.List;
import java.util.Optional;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Workshop;

/// All jobs that this repository knows of, beside the workshop that may do them.
///
/// @param agent the fingerprint that this device signs with
record Board(JobBook book, Workshop workshop, String agent) {
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
