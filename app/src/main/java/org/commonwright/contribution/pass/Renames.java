package org.commonwright.contribution.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.RepoPath;

/// Where the files that a commit adds were in one of its parents, as Git's `blame` looks for it: for each added file alone,
/// among the files that the commit removes: the same bytes, else a removed file of the same name that is 75 % alike, else the
/// one most alike, from 50 % on.
final class Renames {
    private static final int LEAST = Similarity.FULL / 2;
    private static final int LEAST_SAME_NAME = LEAST + LEAST / 2;

    private final Similarity similarity;
    private final List<RepoPath> removed;
    private final Map<RepoPath, FileState> parent;
    private final Map<String, List<RepoPath>> byBlob = new HashMap<>();
    private final Map<String, List<RepoPath>> byName = new HashMap<>();

    /// @param removed files of the parent that the commit does not have
    Renames(Map<RepoPath, FileState> parent, Collection<RepoPath> removed, Similarity similarity) {
        this.similarity = similarity;
        this.parent = parent;
        this.removed = removed.stream().filter(parent::containsKey).sorted().toList();
        for (RepoPath path : this.removed) {
            byBlob.computeIfAbsent(parent.get(path).blob(), _ -> new ArrayList<>()).add(path);
            byName.computeIfAbsent(path.fileName(), _ -> new ArrayList<>()).add(path);
        }
    }

    /// The file that `added` was in the parent.
    Optional<FileState> source(RepoPath added, String blob) {
        return best(added, blob).map(parent::get);
    }

    private Optional<RepoPath> best(RepoPath added, String blob) {
        List<RepoPath> same = byBlob.getOrDefault(blob, List.of());
        if (!same.isEmpty()) {
            return same.stream().filter(p -> p.fileName().equals(added.fileName())).findFirst()
                    .or(() -> Optional.of(same.getFirst()));
        }
        List<RepoPath> named = byName.getOrDefault(added.fileName(), List.of());
        if (named.size() == 1 && score(named.getFirst(), blob, LEAST_SAME_NAME) > 0) {
            return Optional.of(named.getFirst());
        }
        RepoPath best = null;
        long bestScore = 0;
        for (RepoPath path : removed) {
            // Of two that are equally alike, the one of the same name, else the first.
            long score = 2L * score(path, blob, LEAST);
            score += score > 0 && path.fileName().equals(added.fileName()) ? 1 : 0;
            if (score > bestScore) {
                best = path;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private int score(RepoPath path, String blob, int least) {
        return similarity.of(parent.get(path).blob(), blob, least);
    }
}
