package org.commonwright.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.record.LogGate;
import org.commonwright.record.RecordReader;
import org.commonwright.record.VerifiedCommits;
import org.commonwright.task.Progress;

/// What a host asks about one ref that somebody pushes: a branch, or a log of records.
public final class HostGate {
    private static final String HEADS = "refs/heads/";

    private final GitRepository repository;
    private final Workspace workspace;
    private final Supplier<VerifiedCommits> verified;
    private final GuardedNames guarded;
    private final Supplier<MergeMemory> merges;
    private final Progress watch;

    /// One that remembers no merge, and that nobody watches.
    ///
    /// @param guarded the branches that are guarded, by their short names; none for every one that is asked about
    public HostGate(GitRepository repository, Workspace workspace, Supplier<VerifiedCommits> verified,
            List<String> guarded) {
        this(repository, workspace, verified, guarded, MergeMemory::none, Progress.NONE);
    }

    /// @param guarded the branches that are guarded, by their short names; none for every one that is asked about
    /// @param merges what was found out about merges before; what is new is kept
    /// @param watch told which merge is looked at
    public HostGate(GitRepository repository, Workspace workspace, Supplier<VerifiedCommits> verified,
            List<String> guarded, Supplier<MergeMemory> merges, Progress watch) {
        this.merges = merges;
        this.watch = watch;
        this.repository = repository;
        this.workspace = workspace;
        this.verified = verified;
        this.guarded = new GuardedNames(guarded);
    }

    /// @param ref its full name, and no other name for it
    /// @param from where it is; empty when it is not there yet
    /// @param to where it is to go; empty when it is to be deleted
    /// @throws Fault why it may not; `decide.gate-moved` when somebody else moved it while it was looked at
    public void check(String ref, Optional<CommitId> from, Optional<CommitId> to) {
        boolean there = repository.refs().get(ref).equals(from);
        rules(ref, from, to);
        // Git would refuse it, too, but not say what to do.
        if (there && !repository.refs().get(ref).equals(from)) {
            throw new Fault("decide.gate-moved", ref);
        }
    }

    private void rules(String ref, Optional<CommitId> from, Optional<CommitId> to) {
        if (ref.startsWith(HEADS)) {
            branch(ref, from, to);
        } else if (LogGate.guards(ref)) {
            new LogGate(repository, verified.get()).check(ref, from, to);
        }
    }

    private void branch(String ref, Optional<CommitId> from, Optional<CommitId> to) {
        String branch = ref.substring(HEADS.length());
        Optional<String> like = guarded.like(branch);
        if (like.isPresent()) {
            // What stands there under this very name is not the guarded one, and may go.
            if (to.isPresent() || !repository.refs().list(HEADS).containsKey(ref)) {
                throw new Fault("decide.gate-alike", branch, like.get());
            }
        } else if (guarded.names().isEmpty() || guarded.has(branch)) {
            var records = new RecordReader(repository, verified.get()).read();
            new BranchGate(repository, workspace, merges.get(), watch).check(branch, from, to, records);
        }
    }
}
