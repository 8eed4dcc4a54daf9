package org.commonwright.git;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// One side renamed a file that the other changed: by path alone that is a removal against a change. The change follows the
/// file to its new place.
final class FollowedRenames {
    private final Map<RepoPath, RepoPath> byOurs;
    private final Map<RepoPath, RepoPath> byTheirs;
    private final Map<String, Version> ours;
    private final Map<String, Version> theirs;
    private final Map<RepoPath, TreeEdit> edits;

    /// @param edits the plan's edits so far; changed here
    FollowedRenames(GitRepository repository, CommitId base, CommitId our, CommitId their, Map<String, Version> ours,
            Map<String, Version> theirs, Map<RepoPath, TreeEdit> edits) {
        this.byOurs = renames(repository, base, our);
        this.byTheirs = renames(repository, base, their);
        this.ours = ours;
        this.theirs = theirs;
        this.edits = edits;
    }

    private static Map<RepoPath, RepoPath> renames(GitRepository repository, CommitId base, CommitId side) {
        var renames = new HashMap<RepoPath, RepoPath>();
        for (FileChange change : repository.diff(base, side)) {
            if (change.kind() == FileChange.Kind.RENAMED && !change.link() && change.oldPath() != null) {
                renames.put(change.oldPath(), change.path());
            }
        }
        return renames;
    }

    /// @return the conflict as it was, or at the file's new place; empty when it is settled
    Optional<PathConflict> follow(PathConflict conflict) {
        Version base = conflict.base();
        if (base == null || (conflict.ours() == null) == (conflict.theirs() == null)) {
            return Optional.of(conflict);
        }
        boolean weRenamed = conflict.ours() == null;
        RepoPath to = (weRenamed ? byOurs : byTheirs).get(conflict.path());
        Version renamed = to == null ? null : (weRenamed ? ours : theirs).get(to.text());
        Version changed = weRenamed ? conflict.theirs() : conflict.ours();
        boolean free = to != null && !(weRenamed ? theirs : ours).containsKey(to.text());
        if (to == null || renamed == null || changed == null || !free) {
            return Optional.of(conflict);
        }
        if (weRenamed) {
            edits.remove(conflict.path());
        } else {
            edits.put(conflict.path(), new TreeEdit.Delete());
        }
        if (renamed.equals(base)) {
            edits.put(to, new TreeEdit.Use(changed));
            return Optional.empty();
        }
        edits.remove(to);
        return Optional.of(
                new PathConflict(to, base, weRenamed ? renamed : changed, weRenamed ? changed : renamed));
    }
}
