package org.commonwright.git;

import java.util.List;
import java.util.Optional;
import org.commonwright.model.CommitId;

/// Where a commit left another's history.
///
/// @param bases the best common ancestors, the one that was committed last in front; none where the histories share no commit
/// @param ahead commits that it has and the other lacks
/// @param behind commits that the other has and it lacks
/// @param own its own commits, those nearest to it first; no more than were asked for
/// @param twins how many of its own the other has under another name: the same author and time, and the same first line or the same files
/// @param twin where the other has the one of them that is nearest; empty when there is none
/// @param rewritten whether what it begins with is such a twin: one of the two histories was written anew
/// @param cut whether its history ends here before its beginning: a shallow clone, or objects that are not here
public record Departure(List<CommitId> bases, int ahead, int behind, List<CommitInfo> own, int twins,
        Optional<CommitId> twin, boolean rewritten, boolean cut) {
    public Departure {
        bases = List.copyOf(bases);
        own = List.copyOf(own);
    }

    /// The best common ancestor that was committed last.
    public Optional<CommitId> base() {
        return bases.stream().findFirst();
    }
}
