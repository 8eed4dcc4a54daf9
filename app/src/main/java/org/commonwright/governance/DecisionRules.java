package org.commonwright.governance;

import org.commonwright.error.Fault;

/// Whether a decision that is found in the records was its signer's to make.
@FunctionalInterface
public interface DecisionRules {
    /// @throws Fault why it does not count
    void check(Proposal proposal, Decision decision, Decider by);
}
