package org.commonwright.sample;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Remotes;
import org.commonwright.governance.Proposal;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.review.Reviewer;
import org.commonwright.sample.SampleWorkspace.SampleFork;
import org.commonwright.task.Progress;

/// Opens the samples' proposals as signed records. Their keys are made for it and thrown away: nobody can sign for these people
/// again, and the records' names differ from one installation to the next.
final class SampleProposals {
    private static final String MAIN = "main";

    private final GitRepository clone;
    private final List<SampleFork> forks;
    private final SecureRandom random = new SecureRandom();

    /// @param clone has the forks as remotes
    SampleProposals(GitRepository clone, List<SampleFork> forks) {
        this.clone = clone;
        this.forks = forks;
    }

    /// Opens those whose forks are there, and brings them to the design's shared repository.
    void open(List<StoredProposal> proposals) {
        for (StoredProposal stored : proposals) {
            forks.stream().filter(f -> f.owner().equals(stored.fork())).findFirst()
                    .ifPresent(fork -> open(stored, fork));
        }
    }

    private void open(StoredProposal stored, SampleFork fork) {
        CommitId head = clone.require("refs/remotes/" + stored.fork() + "/" + stored.branch());
        CommitId base = clone.history().mergeBase(clone.require(MAIN), head).orElseThrow();
        var proposal = new Proposal(stored.title(), stored.text(), "", stored.by(), base, head,
                fork.folder() + "#" + stored.branch(), MAIN, modules(base, head));
        var records = RecordStore.open(clone, Identity.temporary(stored.by(), random),
                InstantSource.fixed(stored.date()));
        records.append(Proposal.KIND, proposal.toBody());
        records.sync(Remotes.ORIGIN, Progress.NONE);
    }

    private List<RepoPath> modules(CommitId base, CommitId head) {
        try (var workspace = new Workspace(clone.folder())) {
            return new Reviewer(workspace).modules(clone, base, head);
        }
    }
}
