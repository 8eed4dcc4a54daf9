package org.commonwright.git;

import java.util.Optional;
import org.commonwright.model.CommitId;

/// One ref to move in another repository, by compare-and-set.
///
/// @param commit what it shall point to
/// @param remoteRef its full name there
/// @param expected where it must point now; empty when it must not exist. A move that is not a fast-forward is refused.
public record PushUpdate(CommitId commit, String remoteRef, Optional<CommitId> expected) {}
