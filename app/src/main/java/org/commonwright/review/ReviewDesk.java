package org.commonwright.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decider;
import org.commonwright.governance.Decision;
import org.commonwright.governance.MergeGate;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.commonwright.task.Progress;

/// Where proposals are made, looked at and decided.
public final class ReviewDesk {
    private final GitRepository repository;
    private final RecordStore records;
    private final Workspace workspace;
    private final InstantSource clock;

    public ReviewDesk(GitRepository repository, RecordStore records, Workspace workspace, InstantSource clock) {
        this.repository = repository;
        this.records = records;
        this.workspace = workspace;
        this.clock = clock;
    }

    public Proposals proposals() {
        return Proposals.of(records.read(), new TargetRules(repository, workspace));
    }

    /// Offers a branch. Nobody needs a right to do that.
    ///
    /// @param source a branch of this repository or of a remote, as Git resolves it
    /// @param target the branch that it wants to enter
    /// @throws Fault `git.no-revision`, `review.nothing-new`, `review.unrelated`
    public Entry propose(String title, String text, String source, String target) {
        CommitId head = repository.require(source);
        CommitId into = repository.require(target);
        CommitId base = repository.history().mergeBase(into, head)
                .orElseThrow(() -> new Fault("review.unrelated", head.abbreviated()));
        if (base.equals(head)) {
            throw new Fault("review.nothing-new", source, target);
        }
        var modules = new Reviewer(workspace).modules(repository, base, head);
        var proposal = new Proposal(title.strip(), text, person(), base, head, source, target, modules);
        return records.append(Proposal.KIND, proposal.toBody());
    }

    /// Makes sure that a proposal's commits are here, fetching them from where it says when they are not.
    ///
    /// @throws Fault `review.head-missing` when they cannot be had
    public void fetch(ProposalState state, Progress progress) {
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
            throw new Fault("review.head-missing", proposal.title(), proposal.head().abbreviated(), proposal.source());
        }
    }

    /// What a proposal means against the branch that it wants to enter, as that is now.
    public ReviewReport review(ProposalState state, long quantity, Progress progress) {
        fetch(state, progress);
        CommitId target = target(state.proposal());
        CommitId base = repository.history().mergeBase(target, state.proposal().head()).orElse(state.proposal().base());
        return new Reviewer(workspace, clock).review(repository, base, state.proposal().head(), quantity, progress);
    }

    /// What a revision means against where it left another, without a proposal.
    ///
    /// @throws Fault `git.no-revision`; `review.unrelated` when the two share no commit
    public ReviewReport compare(String from, String to, long quantity, Progress progress) {
        CommitId head = repository.require(to);
        CommitId base = repository.history().mergeBase(repository.require(from), head)
                .orElseThrow(() -> new Fault("review.unrelated", head.abbreviated()));
        return new Reviewer(workspace, clock).review(repository, base, head, quantity, progress);
    }

    /// Prepares to merge a proposal.
    ///
    /// @throws Fault `review.decided`, `review.merged-already`
    public MergeWork prepare(ProposalState state, Progress progress) {
        open(state);
        fetch(state, progress);
        CommitId target = target(state.proposal());
        if (repository.history().isAncestor(state.proposal().head(), target)) {
            throw new Fault("review.merged-already", state.proposal().title());
        }
        return MergeWork.plan(repository, target, state.proposal().head());
    }

    /// Merges a proposal and records the decision. The branch, and the files when it is checked out, move only when the merge
    /// commit is whole.
    ///
    /// @param choices one for each conflict of `work`
    /// @throws Fault `governance.not-a-maintainer`, `review.unresolved`, `git.moved` when the branch moved meanwhile, and when
    ///         uncommitted work would be overwritten
    public CommitId accept(ProposalState state, MergeWork work, Map<MergeConflict, Resolution> choices, String reason) {
        open(state);
        Proposal proposal = state.proposal();
        CommitId target = target(proposal);
        gate(target, state);
        Person person = person();
        String message = "Merge proposal: " + proposal.title() + "\n\n"
                + (reason.isBlank() ? "" : reason.strip() + "\n\n")
                + "Proposed-by: " + proposal.person() + "\n";
        CommitId merge = work.commit(choices, new CommitDraft(person, clock.instant(), message));
        move(proposal.target(), target, merge);
        record(state, new Decision(state.id(), Decision.Outcome.ACCEPTED, reason, merge, target, person));
        return merge;
    }

    /// Declines a proposal; the reason is for the proposer.
    ///
    /// @throws Fault `review.reason-needed`, `governance.not-a-maintainer`
    public Entry decline(ProposalState state, String reason) {
        open(state);
        if (reason.isBlank()) {
            throw new Fault("review.reason-needed");
        }
        CommitId target = target(state.proposal());
        gate(target, state);
        return record(state,
                new Decision(state.id(), Decision.Outcome.DECLINED, reason.strip(), null, target, person()));
    }

    /// Who may decide about the open proposal, folder by folder: as the target branch says.
    ///
    /// @throws Fault while anything is wrong with what it says
    public MergeGate gate(CommitId target) {
        return TargetRules.gate(repository, target);
    }

    private void gate(CommitId target, ProposalState state) {
        var folders = new Reviewer(workspace).modules(repository, state.proposal().base(), state.proposal().head());
        gate(target).check(new Decider(records.identity().agent(), person()), folders);
    }

    private Entry record(ProposalState state, Decision decision) {
        ObjectNode body = decision.toBody();
        return records.append(Decision.KIND, body, new ContentId(state.id()));
    }

    private void move(String branch, CommitId from, CommitId to) {
        if (!repository.isBare() && repository.currentBranch().filter(branch::equals).isPresent()) {
            repository.workTree().advance(Optional.of(from), to);
        } else if (!repository.refs().update("refs/heads/" + branch, Optional.of(from), to)) {
            throw new Fault("git.moved", repository.folder());
        }
    }

    private CommitId target(Proposal proposal) {
        return repository.require("refs/heads/" + proposal.target());
    }

    private boolean isHere(CommitId commit) {
        return repository.resolve(commit.hex()).isPresent();
    }

    private void open(ProposalState state) {
        if (!state.isOpen()) {
            throw new Fault("review.decided", state.proposal().title());
        }
    }

    private Person person() {
        return records.identity().person();
    }
}
