package org.commonwright.contribution.pass;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// What a pass found: the files of one commit, with the origin of each line.
///
/// @param files not to be changed
/// @param missing blobs that are not in this store; the files that need them are not followed
public record LineHistory(CommitId tip, CommitTable commits, Map<RepoPath, FileState> files, Set<String> missing) {
    /// The numbers of the first parents from the beginning to the tip.
    public List<Integer> line() {
        return commits.line(tip);
    }

    /// The numbers of the tip and of all commits that it descends from; the table may know others.
    public List<Integer> reached() {
        return commits.reached(tip);
    }
}
