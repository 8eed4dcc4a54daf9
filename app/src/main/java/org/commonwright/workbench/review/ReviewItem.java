package org.commonwright.workbench.review;

import org.commonwright.governance.ProposalState;
import org.commonwright.review.Fork;

/// A line of the list: a proposal, or a branch that nobody has proposed yet.
public sealed interface ReviewItem {
    /// @param state as the records say it
    record Proposed(ProposalState state) implements ReviewItem {}

    record Branch(Fork fork) implements ReviewItem {}
}
