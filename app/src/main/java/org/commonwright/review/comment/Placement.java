package org.commonwright.review.comment;

import java.util.Optional;
import org.commonwright.i18n.Messages;

/// Where the place of a comment is in another commit.
///
/// @param now the place there; what the comment was made about when it is gone
/// @param said what a reader should know: that it moved, what stands there now, why it is gone
public record Placement(State state, Anchor now, Optional<Messages.Key> said) {
    /// What became of a place.
    public enum State {
        /// What the comment is about is there, and says the same.
        KEPT("kept"),
        /// It is there, and says something else.
        CHANGED("changed"),
        /// It is not there any more, or cannot be told from others.
        GONE("gone");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /// As the command line writes it.
        public String id() {
            return id;
        }
    }

    static Placement kept(Anchor now) {
        return new Placement(State.KEPT, now, Optional.empty());
    }

    static Placement kept(Anchor now, Messages.Key said) {
        return new Placement(State.KEPT, now, Optional.of(said));
    }

    static Placement changed(Anchor now, Messages.Key said) {
        return new Placement(State.CHANGED, now, Optional.of(said));
    }

    static Placement gone(Anchor was, Messages.Key why) {
        return new Placement(State.GONE, was, Optional.of(why));
    }

    public boolean isGone() {
        return state == State.GONE;
    }
}
