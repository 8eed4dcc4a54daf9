package org.commonwright.governance;

import org.commonwright.error.Fault;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;

/// Whether a decision that is found in the records was its signer's to make.
@FunctionalInterface
public interface DecisionRules {
    /// @param state the proposal, and what was decided about it before
    /// @param entry the decision's entry
    /// @param by who signed it
    /// @throws Fault why it does not count
    void check(RecordView records, ProposalState state, Entry entry, Decision decision, Decider by);
}
