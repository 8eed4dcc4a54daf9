package org.commonwright.git;

import java.util.List;
import org.commonwright.model.RepoPath;

/// How the checked-out files differ from the last commit. Each list is sorted; ignored files are in none.
///
/// @param changed tracked files that were edited or removed, or staged by another program
/// @param untracked files that Git does not know
/// @param conflicting files in the middle of a merge that another program began
public record WorkStatus(List<RepoPath> changed, List<RepoPath> untracked, List<RepoPath> conflicting) {
    public boolean isClean() {
        return changed.isEmpty() && untracked.isEmpty() && conflicting.isEmpty();
    }
}
