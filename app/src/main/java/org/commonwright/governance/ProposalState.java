package org.commonwright.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.AgentId;

/// A proposal and what has been decided about it.
///
/// @param id the id of the entry that opened it
/// @param agent whose key signed it
/// @param opened when, by the proposer's clock
/// @param decisions all decisions that cite it, in the records' order; the first counts, and more than one is shown
public record ProposalState(String id, AgentId agent, Instant opened, Proposal proposal, List<Decision> decisions) {
    public ProposalState {
        decisions = List.copyOf(decisions);
    }

    public boolean isOpen() {
        return decisions.isEmpty();
    }

    /// The decision that counts.
    public Optional<Decision> decision() {
        return decisions.stream().findFirst();
    }

    /// As it was before a decision.
    ProposalState without(Decision undone) {
        return new ProposalState(id, agent, opened, proposal,
                decisions.stream().filter(decision -> !decision.equals(undone)).toList());
    }
}
