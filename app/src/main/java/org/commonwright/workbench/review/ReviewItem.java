package org.commonwright.workbench.review;

import org.commonwright.governance.ProposalState;
import org.commonwright.review.Fork;

/// A line of the list: a proposal, or a branch that nobody has proposed yet.
public sealed interface ReviewItem {
    /// @param state as the records say it
    record Proposed(ProposalState state) implements ReviewItem {}

    record Branch(Fork fork) implements ReviewItem {}

    /// Whether both stand for the same, whatever became of it.
    default boolean isAbout(ReviewItem other) {
        return switch (this) {
            case Proposed(var state) -> other instanceof Proposed(var same) && same.id().equals(state.id());
            case Branch(var fork) -> other instanceof Branch(var same) && same.name().equals(fork.name());
        };
    }
}
