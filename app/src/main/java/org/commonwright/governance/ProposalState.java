package org.commonwright.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;

/// A proposal and what has been decided about it.
///
/// @param id the id of the entry that opened it
/// @param agent whose key signed it
/// @param opened when, by the proposer's clock
/// @param proposal as it stands now: with the newest commits that its proposer has put forward
/// @param heads what it has proposed so far, the newest last; never empty
/// @param decisions all decisions that cite it, in the records' order; the first counts, and more than one is shown
/// @param doubt an error where its merge is not what was accepted, a note where that cannot be told, a warning where the branch has it
///        and nobody decided; empty when nobody has looked, too
public record ProposalState(String id, AgentId agent, Instant opened, Proposal proposal, List<Head> heads,
        List<Decision> decisions, Optional<Problem> doubt) {
    public ProposalState {
        heads = List.copyOf(heads);
        decisions = List.copyOf(decisions);
    }

    /// One whose merge nobody has looked at.
    public ProposalState(String id, AgentId agent, Instant opened, Proposal proposal, List<Head> heads,
            List<Decision> decisions) {
        this(id, agent, opened, proposal, heads, decisions, Optional.empty());
    }

    /// What was proposed at one time.
    ///
    /// @param entry the entry that said so
    /// @param at when, by the proposer's clock
    public record Head(ContentId entry, CommitId base, CommitId head, Instant at) {}

    public boolean isOpen() {
        return decisions.isEmpty();
    }

    /// @throws Fault `review.decided`
    public void checkOpen() {
        if (!isOpen()) {
            throw new Fault("review.decided", proposal.title());
        }
    }

    /// Whether its merge was looked at and is not what was accepted.
    public boolean isMergedOtherwise() {
        return doubt.filter(problem -> problem.severity() == Problem.Severity.ERROR).isPresent();
    }

    /// Whether it was looked at and the branch has its commits, although nobody decided about it.
    public boolean isInAlready() {
        return isOpen() && doubt.isPresent();
    }

    /// The decision that counts.
    public Optional<Decision> decision() {
        return decisions.stream().findFirst();
    }

    ProposalState doubting(Optional<Problem> found) {
        return new ProposalState(id, agent, opened, proposal, heads, decisions, found);
    }

    /// As it was before a decision.
    ProposalState without(Decision undone) {
        return new ProposalState(id, agent, opened, proposal, heads,
                decisions.stream().filter(decision -> !decision.equals(undone)).toList());
    }

    /// The newest attempt.
    public Head head() {
        return heads.getLast();
    }

    /// The attempt with these commits.
    public Optional<Head> head(CommitId head) {
        return heads.reversed().stream().filter(one -> one.head().equals(head)).findFirst();
    }

    /// The proposal as it stood with one attempt.
    public Proposal with(Head head) {
        return new Proposal(proposal.title(), proposal.text(), proposal.impact(), proposal.person(), head.base(),
                head.head(),
                proposal.source(), proposal.target(), proposal.modules());
    }
}
