package org.commonwright.contribution.pass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.model.RepoPath;

/// Under which names the files of the past are here now. A file that is still here, or again, is itself; one that was split is all
/// that came of it.
public final class Moves {
    private final LineHistory history;
    private final Map<RepoPath, Set<RepoPath>> to = new HashMap<>();
    private final Map<RepoPath, Set<RepoPath>> known = new HashMap<>();

    public Moves(LineHistory history) {
        this.history = history;
        for (int commit : history.reached()) {
            for (Change change : history.commits().row(commit).changes()) {
                if (change.from() != null) {
                    to.computeIfAbsent(change.from(), _ -> new LinkedHashSet<>()).add(change.file());
                }
            }
        }
    }

    /// Empty for a file that is gone.
    public Set<RepoPath> now(RepoPath file) {
        return known.computeIfAbsent(file, this::find);
    }

    private Set<RepoPath> find(RepoPath file) {
        Set<RepoPath> here = new LinkedHashSet<>();
        Set<RepoPath> seen = new LinkedHashSet<>();
        Deque<RepoPath> todo = new ArrayDeque<>(Set.of(file));
        while (!todo.isEmpty()) {
            RepoPath at = todo.pop();
            if (seen.add(at)) {
                if (history.files().containsKey(at)) {
                    here.add(at);
                } else {
                    todo.addAll(to.getOrDefault(at, Set.of()));
                }
            }
        }
        return here;
    }
}
