package org.commonwright.git;

import java.util.Optional;
import org.commonwright.model.CommitId;

/// One ref to move in another repository, by compare-and-set.
///
/// @param commit what it shall point to
/// @param remoteRef its full name there
/// @param expected where it must point now; empty when it must not exist
/// @param replaces whether what it points to now may be left behind; a move that is not a fast-forward is refused otherwise
public record PushUpdate(CommitId commit, String remoteRef, Optional<CommitId> expected, boolean replaces) {
    /// A fast-forward.
    public PushUpdate(CommitId commit, String remoteRef, Optional<CommitId> expected) {
        this(commit, remoteRef, expected, false);
    }
}
