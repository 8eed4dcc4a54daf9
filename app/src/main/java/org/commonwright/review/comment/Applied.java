package org.commonwright.review.comment;

import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.comment.Applied.PutForward;

/// What became of a suggestion that was made true.
///
/// @param branch where its commit is
/// @param proposal what became of the proposal of that branch; empty when there is none, or it is decided
public record Applied(CommitId commit, String branch, Optional<PutForward> proposal) {
    /// A proposal whose branch has gone on.
    ///
    /// @param id the entry that opened it
    /// @param done whether it stands at the commit now
    /// @param said what happened, or what is left to do
    public record PutForward(String id, boolean done, Messages.Key said) {}

    /// For people: one or two sentences.
    public Messages.Key said() {
        var applied = Messages.Key.of("comments.was-applied", commit.abbreviated(), branch);
        return proposal.map(put -> Messages.Key.of("comments.and", applied, put.said())).orElse(applied);
    }
}
