package org.commonwright.review;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decision;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.governance.Revision;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.commonwright.review.card.CardMemory;
import org.commonwright.task.Progress;

/// Where proposals are made and looked at.
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

    /// Where proposals are accepted and declined.
    public MergeDesk merges() {
        return new MergeDesk(repository, records, clock, decisions, MergeMemory.none(), Progress.NONE);
    }

    /// The same, where what is found out about a new merge need not be found out again.
    ///
    /// @param cache the program's cache folder
    /// @param watch asked while a new merge is looked at whether to go on
    public MergeDesk merges(Path cache, Progress watch) {
        return new MergeDesk(repository, records, clock, decisions, MergeMemory.open(cache, repository), watch);
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
    /// @param merges what was found out about merges before; what is new is put there and kept as it comes
    /// @param watch told which merge is looked at
    /// @throws org.commonwright.task.CancelledFault when a person cancelled; what was found out until then is kept
    public Proposals judged(MergeMemory merges, Progress watch) {
        return new MergeAudit(repository, workspace, merges, watch).judge(records.read());
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
    /// @throws Fault `review.into-itself`, `git.no-revision`, `review.nothing-new`, `review.unrelated`, and what
    /// [RecordStore#maySpeak] throws
    public Entry propose(String title, String text, String impact, String source, String target) {
        if (source.equals(target)) {
            throw new Fault("review.into-itself", source);
        }
        CommitId head = repository.require(source);
        CommitId into = repository.require(target);
        CommitId base = leaves(into, head);
        if (base.equals(head)) {
            throw new Fault("review.nothing-new", source, target);
        }
        var modules = new Reviewer(workspace).modules(repository, base, head);
        var proposal = new Proposal(title.strip(), text, impact.strip(), person(), base, head, source, target, modules);
        return records.say(Proposal.KIND, proposal.toBody());
    }

    /// Puts forward what the proposal's branch has become. What was said about the commits before does not count any more.
    ///
    /// @throws Fault `review.decided`, `decide.not-the-proposer`, `review.nothing-new`, `git.no-revision`, and what
    /// [RecordStore#maySpeak] throws
    public Entry revise(ProposalState state, String source) {
        return records.say(Revision.KIND, revision(state, source).toBody(),
                Stream.of(new ContentId(state.id()), state.head().entry()).distinct().toArray(ContentId[]::new));
    }

    /// Why what the proposal's branch has become cannot be put forward here now; empty when it can.
    public Optional<Fault> mayNotRevise(ProposalState state) {
        try {
            revision(state, state.proposal().source());
            return Optional.empty();
        } catch (Fault why) {
            return Optional.of(why);
        }
    }

    private Revision revision(ProposalState state, String source) {
        state.checkOpen();
        if (!state.agent().equals(records.identity().agent())) {
            throw new Fault("decide.not-the-proposer", state.proposal().person());
        }
        CommitId head = repository.require(source);
        CommitId into = RulesAt.target(repository, state.proposal());
        CommitId base = leaves(into, head);
        if (head.equals(state.proposal().head()) || base.equals(head)) {
            throw new Fault("review.nothing-new", source, state.proposal().target());
        }
        return new Revision(state.id(), base, head);
    }

    /// Makes sure that a proposal's commits are here, fetching them from where it says when they are not.
    ///
    /// @throws Fault `review.head-missing` when they cannot be had
    public void fetch(ProposalState state, Progress progress) {
        new ProposedCommits(repository).fetch(state, progress);
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

    /// Where the change leaves its target. A target that has it all was left by it earlier: as of the decision, or, when it was
    /// merged by other means, where its proposer says.
    private CommitId base(ProposalState state) {
        CommitId head = state.proposal().head();
        CommitId target = RulesAt.target(repository, state.proposal());
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

    private Person person() {
        return records.identity().person();
    }
}
