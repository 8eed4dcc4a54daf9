package org.commonwright.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushOutcome;
import org.commonwright.git.PushUpdate;
import org.commonwright.git.Remote;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;

/// Commits that were proposed, each under a ref that is named for it: `refs/commonwright/proposed/<the commit's id>`. Such a ref can be
/// pushed by anyone, has one meaning only, and two people never disagree about it.
public final class ProposedCommits {
    public static final String REFS = "refs/commonwright/proposed/";

    private final GitRepository repository;

    public ProposedCommits(GitRepository repository) {
        this.repository = repository;
    }

    public static String ref(CommitId commit) {
        return REFS + commit.hex();
    }

    /// Makes sure that a proposal's commits are here, fetching them from where it says when they are not.
    ///
    /// @throws Fault `review.head-missing` when they cannot be had
    void fetch(ProposalState state, Progress progress) {
        Proposal proposal = state.proposal();
        if (isHere(proposal.head())) {
            return;
        }
        int hash = proposal.source().lastIndexOf('#');
        if (hash > 0) {
            String branch = proposal.source().substring(hash + 1);
            repository.remotes().fetch(proposal.source().substring(0, hash),
                    List.of("+refs/heads/" + branch + ":refs/commonwright/proposal/" + state.id().substring(0, 12)),
                    progress);
        }
        if (hash > 0 && isHere(proposal.head())) {
            repository.lfs().fetchAlong(proposal.source().substring(0, hash), proposal.head(), _ -> true, progress);
        }
        if (!isHere(proposal.head())) {
            find(proposal.head(), progress);
        }
        if (!isHere(proposal.head())) {
            throw new Fault("review.head-missing", proposal.title(), proposal.head().abbreviated(), proposal.source());
        }
    }

    /// The commit that a ref stands for; empty for any other ref, and for one that points elsewhere than its name says.
    public static Optional<CommitId> of(String ref, CommitId tip) {
        return ref.equals(ref(tip)) ? Optional.of(tip) : Optional.empty();
    }

    /// Keeps a commit that is here.
    public void keep(CommitId commit) {
        if (repository.refs().get(ref(commit)).isEmpty()) {
            repository.refs().update(ref(commit), Optional.empty(), commit);
        }
    }

    /// Brings a commit to a remote, without touching any of its branches.
    ///
    /// @param remote its name or URL
    /// @throws Fault `mailing.not-taken` when the remote refuses it
    public void send(CommitId commit, String remote, Progress progress) {
        Map<String, CommitId> there = repository.remotes().refs(remote, ref(commit));
        if (commit.equals(there.get(ref(commit)))) {
            return;
        }
        PushOutcome outcome = repository.remotes()
                .push(remote, List.of(new PushUpdate(commit, ref(commit), Optional.empty())), progress).getFirst();
        if (!outcome.isOk() && outcome.result() != PushOutcome.Result.ALREADY_THERE) {
            throw new Fault("mailing.not-taken", remote, outcome.message());
        }
    }

    /// Looks for a commit at every remote that has a name. One that cannot be reached holds up no other.
    void find(CommitId commit, Progress progress) {
        for (Remote remote : repository.remotes().list()) {
            progress.check();
            try {
                if (commit.equals(repository.remotes().refs(remote.name(), ref(commit)).get(ref(commit)))) {
                    repository.remotes().fetch(remote.name(), List.of(ref(commit) + ":" + ref(commit)), progress);
                    return;
                }
            } catch (Fault away) {
                progress.check();
                // The next remote may have it; when none has, the caller says so.
            }
        }
    }

    private boolean isHere(CommitId commit) {
        return repository.resolve(commit.hex()).isPresent();
    }
}
