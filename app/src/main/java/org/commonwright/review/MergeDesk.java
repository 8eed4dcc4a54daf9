package org.commonwright.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.Decision;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.commonwright.review.DecisionDesk.Passage;
import org.commonwright.task.Progress;

/// Where proposals are accepted and declined.
public final class MergeDesk {
    private final GitRepository repository;
    private final RecordStore records;
    private final InstantSource clock;
    private final DecisionDesk decisions;
    private final MergeMemory merges;
    private final Progress watch;

    /// @param merges where what is found out about a new merge is kept
    /// @param watch asked while a new merge is looked at whether to go on
    MergeDesk(GitRepository repository, RecordStore records, InstantSource clock, DecisionDesk decisions,
            MergeMemory merges, Progress watch) {
        this.merges = merges;
        this.watch = watch;
        this.repository = repository;
        this.records = records;
        this.clock = clock;
        this.decisions = decisions;
    }

    /// Prepares to merge a proposal.
    ///
    /// @throws Fault `review.decided`, `review.merged-already`
    public MergeWork prepare(ProposalState state, Progress progress) {
        state.checkOpen();
        new ProposedCommits(repository).fetch(state, progress);
        CommitId target = RulesAt.target(repository, state.proposal());
        if (repository.history().isAncestor(state.proposal().head(), target)) {
            throw new Fault("review.merged-already", state.proposal().title());
        }
        return MergeWork.plan(repository, target, state.proposal().head());
    }

    /// What merging a proposal would ask. Whoever only looks is shown the review also where it cannot be merged, and is told why.
    public Foreseen foresee(ProposalState state, ReviewReport report, Progress progress) {
        if (!state.isOpen()) {
            return new Foreseen(report, Optional.empty());
        }
        try {
            return new Foreseen(report, Optional.of(prepare(state, progress)));
        } catch (Fault fault) {
            if (fault.code().startsWith("task.")) {
                throw fault;
            }
            return Foreseen.without(report, fault);
        }
    }

    /// Merges a proposal and records the decision. The branch, and the files when it is checked out, move only when the merge
    /// commit is whole.
    ///
    /// @param choices one for each conflict of `work`
    /// @throws Fault `governance.not-a-maintainer`, `review.unresolved`, `decide.merge-adds`, `git.moved` when the branch moved meanwhile, and when
    ///         uncommitted work would be overwritten
    public CommitId accept(ProposalState state, MergeWork work, Map<MergeConflict, Resolution> choices, String reason) {
        state.checkOpen();
        Proposal proposal = state.proposal();
        CommitId target = RulesAt.target(repository, proposal);
        if (!work.plan().ours().equals(target)) {
            // What came to the branch since is not in the merge that was looked at.
            throw new Fault("git.moved", repository.folder());
        }
        Passage passage = decisions.passage(state, target, Outcome.ADOPTED);
        Person person = records.identity().person();
        String message = "Merge proposal: " + proposal.title() + "\n\n"
                + (reason.isBlank() ? "" : reason.strip() + "\n\n")
                + "Proposed-by: " + proposal.person() + "\n";
        CommitId merge = work.commit(choices, new CommitDraft(person, clock.instant(), message));
        // A branch whose rules cannot be read would let nobody decide any more.
        gate(merge);
        decisions.joins(state, target, merge, merges, watch);
        merges.keepIfPossible();
        if (isCheckedOut(proposal.target())) {
            repository.workTree().mayAdvance(merge);
        } else if (!repository.refs().get("refs/heads/" + proposal.target()).equals(Optional.of(target))) {
            throw new Fault("git.branch-on-tag", "refs/heads/" + proposal.target(), repository.folder());
        }
        Optional<ContentId> certificate = decisions.record(state, passage, target, reason);
        move(proposal.target(), target, merge);
        try {
            record(state, new Decision(state.id(), Decision.Outcome.ACCEPTED, reason, merge, target, person,
                    certificate.orElse(null), MergeWork.VERSION));
        } catch (Fault fault) {
            // A merge that no record speaks of would stand for a proposal that is still open.
            move(proposal.target(), merge, target);
            throw fault;
        }
        return merge;
    }

    /// Declines a proposal; the reason is for the proposer.
    ///
    /// @throws Fault `review.reason-needed`, `governance.not-a-maintainer`
    public Entry decline(ProposalState state, String reason) {
        state.checkOpen();
        if (reason.isBlank()) {
            throw new Fault("review.reason-needed");
        }
        CommitId target = RulesAt.target(repository, state.proposal());
        Passage passage = decisions.passage(state, target, Outcome.REJECTED);
        Optional<ContentId> certificate = decisions.record(state, passage, target, reason);
        return record(state, new Decision(state.id(), Decision.Outcome.DECLINED, reason.strip(), null, target,
                records.identity().person(), certificate.orElse(null)));
    }

    /// Who may decide about the open proposal, folder by folder: as the target branch says.
    ///
    /// @throws Fault while anything is wrong with what it says
    public RuleBook gate(CommitId target) {
        return RuleBook.of(repository.tree(target));
    }

    private Entry record(ProposalState state, Decision decision) {
        ObjectNode body = decision.toBody();
        return records.append(Decision.KIND, body, Stream.concat(Stream.of(new ContentId(state.id())),
                Optional.ofNullable(decision.certificate()).stream()).toArray(ContentId[]::new));
    }

    private void move(String branch, CommitId from, CommitId to) {
        if (isCheckedOut(branch)) {
            repository.workTree().advance(Optional.of(from), to);
        } else if (!repository.refs().update("refs/heads/" + branch, Optional.of(from), to)) {
            throw new Fault("git.moved", repository.folder());
        }
    }

    private boolean isCheckedOut(String branch) {
        return !repository.isBare() && repository.currentBranch().filter(branch::equals).isPresent();
    }
}
