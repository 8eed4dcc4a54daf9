package org.commonwright.contribution.pass;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// What earlier passes leave for later ones: the commits they met, and the files of some of them.
///
/// @param states by commit, in the order in which they were met
record SavedStates(CommitTable commits, Map<CommitId, Map<RepoPath, FileState>> states, Set<String> missing) {
    static SavedStates none() {
        return new SavedStates(new CommitTable(), new LinkedHashMap<>(), new TreeSet<>());
    }
}
