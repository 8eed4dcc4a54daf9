package org.commonwright.workbench.review;

import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkTip;
import org.jspecify.annotations.Nullable;

/// A line of the list: a proposal, or a branch that nobody has proposed yet.
public sealed interface ReviewItem {
    /// @param state as the records say it
    record Proposed(ProposalState state) implements ReviewItem {}

    /// @param fork how far it is; null until somebody looks at it
    /// @param into the branch that it would enter; null for the one that is checked out
    record Branch(ForkTip tip, @Nullable Fork fork, @Nullable String into) implements ReviewItem {
        public Branch(ForkTip tip, @Nullable Fork fork) {
            this(tip, fork, null);
        }
    }

    /// Whether both stand for the same, whatever became of it.
    default boolean isAbout(ReviewItem other) {
        return switch (this) {
            case Proposed(var state) -> other instanceof Proposed(var same) && same.id().equals(state.id());
            case Branch(var tip, _, _) -> other instanceof Branch(var same, _, _) && same.name().equals(tip.name());
        };
    }

    /// Whether this is what became of another one: the same, or the proposal by which a branch has been offered since.
    default boolean cameOf(ReviewItem before) {
        return isAbout(before) || before instanceof Branch && head().equals(before.head());
    }

    /// Whether nobody has decided about it yet.
    default boolean isOpen() {
        return switch (this) {
            case Proposed(var state) -> state.isOpen();
            case Branch _ -> true;
        };
    }

    /// The last commit that it is about.
    default CommitId head() {
        return switch (this) {
            case Proposed(var state) -> state.proposal().head();
            case Branch(var tip, _, _) -> tip.head();
        };
    }
}
