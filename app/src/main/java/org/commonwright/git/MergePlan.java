package org.commonwright.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// What a merge of `theirs` into `ours` comes to, path by path.
///
/// @param base the common ancestor; empty when the histories have none
/// @param edits what theirs bring, as edits to the files of `ours`
/// @param conflicts what a person, or a merge by content, has to settle
public record MergePlan(
        Optional<CommitId> base,
        CommitId ours,
        CommitId theirs,
        Map<RepoPath, TreeEdit> edits,
        List<PathConflict> conflicts) {

    public boolean isClean() {
        return conflicts.isEmpty();
    }
}
