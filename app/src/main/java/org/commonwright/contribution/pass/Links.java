package org.commonwright.contribution.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// Where a commit and its parents have symbolic links and submodules. To Git a file in the place of a link, or a link in the place
/// of a file, changed its type and did not move: `blame` asks neither where the one came from nor where the other went.
final class Links {
    private final GitRepository repository;
    private final CommitId commit;
    private final List<CommitId> parents;
    private final Set<RepoPath> before = new HashSet<>();
    private final Set<RepoPath> after = new HashSet<>();
    private final Map<CommitId, Set<RepoPath>> listed = new HashMap<>();

    /// @param changes against the first parent
    Links(GitRepository repository, CommitId commit, List<CommitId> parents, List<FileChange> changes) {
        this.repository = repository;
        this.commit = commit;
        this.parents = parents;
        for (FileChange change : changes) {
            if (change.wasLink()) {
                before.add(change.path());
            }
            if (change.isLink()) {
                after.add(change.path());
            }
        }
    }

    /// Whether a file that the commit has, and the parent has not, stands where the parent has a link.
    boolean stoodAt(int parent, RepoPath path) {
        return parent == 0 ? before.contains(path) : in(parents.get(parent)).contains(path);
    }

    /// Whether a link stands where a parent has a file that the commit has not.
    boolean standsAt(int parent, RepoPath path) {
        return parent == 0 ? after.contains(path) : in(commit).contains(path);
    }

    /// Only of commits with several parents, and of few of these.
    private Set<RepoPath> in(CommitId of) {
        return listed.computeIfAbsent(of, c -> Set.copyOf(repository.tree(c).links()));
    }
}
