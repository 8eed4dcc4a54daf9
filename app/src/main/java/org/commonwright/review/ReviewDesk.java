package org.commonwright.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.Decision;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.governance.Revision;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.commonwright.review.DecisionDesk.Passage;
import org.commonwright.review.card.CardMemory;
import org.commonwright.task.Progress;

/// Where proposals are made, looked at and decided.
public final class ReviewDesk {
    private final GitRepository repository;
    private final RecordStore records;
    private final Workspace workspace;
    private final InstantSource clock;
    private final CardMemory memory;
    private final DecisionDesk decisions;

    public ReviewDesk(GitRepository repository, RecordStore records, Workspace workspace, InstantSource clock) {
        this(repository, records, workspace, clock, new CardMemory());
    }

    /// @param memory of reviews before
    public ReviewDesk(GitRepository repository, RecordStore records, Workspace workspace, InstantSource clock,
            CardMemory memory) {
        this.memory = memory;
        this.repository = repository;
        this.records = records;
        this.workspace = workspace;
        this.clock = clock;
        this.decisions = new DecisionDesk(repository, records, workspace, clock);
    }

    /// Where the proposals' stances are given and counted.
    public DecisionDesk decisions() {
        return decisions;
    }

    public Proposals proposals() {
        return Proposals.of(records.read(), new TargetRules(new RulesAt(repository, workspace)));
    }

    /// The same, each accepted one with what the gate would say against its merge, wherever that came from.
    ///
    /// @param merges what was found out about merges before; what is new is put there
    public Proposals judged(MergeMemory merges) {
        Proposals proposals = new MergeAudit(new RulesAt(repository, workspace, merges)).judge(records.read());
        merges.save();
        return proposals;
    }

    /// As [#propose(String, String, String, String, String)], without a note on its impact.
    public Entry propose(String title, String text, String source, String target) {
        return propose(title, text, "", source, target);
    }

    /// Offers a branch. Nobody needs a right to do that.
    ///
    /// @param impact whom it touches, and who may be harmed; may be empty
    /// @param source a branch of this repository or of a remote, as Git resolves it
    /// @param target the branch that it wants to enter
    /// @throws Fault `git.no-revision`, `review.nothing-new`, `review.unrelated`
    public Entry propose(String title, String text, String impact, String source, String target) {
        CommitId head = repository.require(source);
        CommitId into = repository.require(target);
        CommitId base = leaves(into, head);
        if (base.equals(head)) {
            throw new Fault("review.nothing-new", source, target);
        }
        var modules = new Reviewer(workspace).modules(repository, base, head);
        var proposal = new Proposal(title.strip(), text, impact.strip(), person(), base, head, source, target, modules);
        return records.append(Proposal.KIND, proposal.toBody());
    }

    /// Puts forward what the proposal's branch has become. What was said about the commits before does not count any more.
    ///
    /// @throws Fault `review.decided`, `decide.not-the-proposer`, `review.nothing-new`, `git.no-revision`
    public Entry revise(ProposalState state, String source) {
        open(state);
        if (!state.agent().equals(records.identity().agent())) {
            throw new Fault("decide.not-the-proposer", state.proposal().person());
        }
        CommitId head = repository.require(source);
        CommitId into = target(state.proposal());
        CommitId base = leaves(into, head);
        if (head.equals(state.proposal().head()) || base.equals(head)) {
            throw new Fault("review.nothing-new", source, state.proposal().target());
        }
        return records.append(Revision.KIND, new Revision(state.id(), base, head).toBody(),
                Stream.of(new ContentId(state.id()), state.head().entry()).distinct().toArray(ContentId[]::new));
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
            new ProposedCommits(repository).find(proposal.head(), progress);
        }
        if (!isHere(proposal.head())) {
            throw new Fault("review.head-missing", proposal.title(), proposal.head().abbreviated(), proposal.source());
        }
    }

    /// What a proposal means against the branch that it wants to enter, as that is now; when it is in there, what it changed.
    public ReviewReport review(ProposalState state, long quantity, Progress progress) {
        fetch(state, progress);
        return new Reviewer(workspace, clock, memory).review(repository, base(state), state.proposal().head(), quantity,
                progress);
    }

    /// As [#review], without looking at the files yet.
    public ReviewReport outline(ProposalState state, long quantity, Progress progress) {
        fetch(state, progress);
        return new Reviewer(workspace, clock, memory).outline(repository, base(state), state.proposal().head(),
                quantity,
                progress);
    }

    /// What a revision means against where it left another, without a proposal.
    ///
    /// @throws Fault `git.no-revision`; `review.unrelated` when the two share no commit
    public ReviewReport compare(String from, String to, long quantity, Progress progress) {
        CommitId head = repository.require(to);
        CommitId base = leaves(repository.require(from), head);
        return new Reviewer(workspace, clock, memory).review(repository, base, head, quantity, progress);
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
        open(state);
        Proposal proposal = state.proposal();
        CommitId target = target(proposal);
        if (!work.plan().ours().equals(target)) {
            // What came to the branch since is not in the merge that was looked at.
            throw new Fault("git.moved", repository.folder());
        }
        Passage passage = decisions.passage(state, target, Outcome.ADOPTED);
        Person person = person();
        String message = "Merge proposal: " + proposal.title() + "\n\n"
                + (reason.isBlank() ? "" : reason.strip() + "\n\n")
                + "Proposed-by: " + proposal.person() + "\n";
        CommitId merge = work.commit(choices, new CommitDraft(person, clock.instant(), message));
        // A branch whose rules cannot be read would let nobody decide any more.
        gate(merge);
        decisions.joins(state, target, merge);
        if (isCheckedOut(proposal.target())) {
            repository.workTree().mayAdvance(merge);
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
        open(state);
        if (reason.isBlank()) {
            throw new Fault("review.reason-needed");
        }
        CommitId target = target(state.proposal());
        Passage passage = decisions.passage(state, target, Outcome.REJECTED);
        Optional<ContentId> certificate = decisions.record(state, passage, target, reason);
        return record(state, new Decision(state.id(), Decision.Outcome.DECLINED, reason.strip(), null, target,
                person(), certificate.orElse(null)));
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

    private CommitId target(Proposal proposal) {
        return repository.require("refs/heads/" + proposal.target());
    }

    /// Where the change leaves its target. A target that has it all was left by it earlier: as of the decision, or, when it was
    /// merged by other means, where its proposer says.
    private CommitId base(ProposalState state) {
        CommitId head = state.proposal().head();
        CommitId target = target(state.proposal());
        CommitId before = repository.history().isAncestor(head, target)
                ? state.decision().map(Decision::at).filter(this::isHere).orElse(target)
                : target;
        return repository.history().mergeBase(before, head).filter(base -> !base.equals(head) || !isHere(
                state.proposal().base())).orElse(state.proposal().base());
    }

    /// The commit where a head leaves a branch.
    ///
    /// @throws Fault `review.unrelated` when the two share none
    private CommitId leaves(CommitId branch, CommitId head) {
        return repository.history().mergeBase(branch, head)
                .orElseThrow(() -> new Fault("review.unrelated", head.abbreviated()));
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
