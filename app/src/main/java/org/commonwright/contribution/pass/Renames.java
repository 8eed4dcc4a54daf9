package org.commonwright.contribution.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Where the files that a commit adds were in one of its parents, as Git's `blame` looks for it: for each added file alone,
/// among the files that the commit removes: the same bytes, else a removed file of the same name that is 75 % alike, else the
/// one most alike, from 50 % on.
final class Renames {
    private static final int LEAST = Similarity.FULL / 2;
    private static final int LEAST_SAME_NAME = LEAST + LEAST / 2;

    private static final int PLACES = 4;

    private final Similarity similarity;
    private final List<Gone> removed;
    private final Map<RepoPath, FileState> parent;
    private final Map<String, List<RepoPath>> byBlob = new HashMap<>();
    private final Map<String, List<RepoPath>> byName = new HashMap<>();

    private record Candidate(RepoPath path, int score, boolean sameName) {}

    /// A file of the parent that the commit does not have.
    ///
    /// @param text whether its lines are followed
    private record Gone(RepoPath path, String blob, String name, boolean text) {}

    /// @param removed files of the parent that the commit does not have
    Renames(Map<RepoPath, FileState> parent, Collection<RepoPath> removed, Similarity similarity) {
        this.similarity = similarity;
        this.parent = parent;
        this.removed = removed.stream().filter(parent::containsKey).sorted()
                .map(path -> gone(path, parent.get(path))).toList();
        for (Gone gone : this.removed) {
            byBlob.computeIfAbsent(gone.blob, _ -> new ArrayList<>()).add(gone.path);
            byName.computeIfAbsent(gone.name, _ -> new ArrayList<>()).add(gone.path);
        }
    }

    private static Gone gone(RepoPath path, FileState state) {
        return new Gone(path, state.blob(), path.fileName(), state.text() != null);
    }

    /// Where the file `added` was in the parent. One that was no text is only told where some text is alike too:
    /// no line comes from it.
    Optional<RepoPath> source(RepoPath added, String blob) {
        List<RepoPath> same = byBlob.getOrDefault(blob, List.of());
        if (!same.isEmpty()) {
            return same.stream().filter(p -> p.fileName().equals(added.fileName())).findFirst()
                    .or(() -> Optional.of(same.getFirst()));
        }
        List<RepoPath> named = byName.getOrDefault(added.fileName(), List.of());
        if (named.size() == 1 && score(named.getFirst(), blob, LEAST_SAME_NAME) > 0) {
            return Optional.of(named.getFirst());
        }
        return alike(added, blob);
    }

    /// The removed file that is most alike, from 50 % on.
    private Optional<RepoPath> alike(RepoPath added, String blob) {
        int best = best(LEAST, blob, true);
        if (best < LEAST) {
            return Optional.empty();
        }
        best = Math.max(best, best(best, blob, false));
        List<Gone> equal = new ArrayList<>();
        for (Gone gone : removed) {
            if (similarity.most(gone.blob, blob) >= best && similarity.estimate(gone.blob, blob, LEAST) == best) {
                equal.add(gone);
            }
        }
        return equal.size() == 1 ? Optional.of(equal.getFirst().path) : firstOfEqual(added, blob);
    }

    /// The highest score of texts, or of other files, from `least` on; 0 when there is none. What the sizes alone show to be less alike
    /// is not read.
    private int best(int least, String blob, boolean text) {
        int best = 0;
        for (Gone gone : removed) {
            if (gone.text == text && similarity.most(gone.blob, blob) >= Math.max(best, least)) {
                best = Math.max(best, similarity.of(gone.blob, blob, least));
            }
        }
        return best;
    }

    /// Of several that are equally alike Git takes the one that its four places for candidates happen to have first: also files that
    /// are too little alike stand in them, and are pushed out one by one.
    private Optional<RepoPath> firstOfEqual(RepoPath added, String blob) {
        Candidate[] places = new Candidate[PLACES];
        String name = added.fileName();
        for (Gone gone : removed) {
            var next = new Candidate(gone.path, similarity.estimate(gone.blob, blob, LEAST), gone.name.equals(name));
            int worst = 0;
            for (int i = 1; i < PLACES; i++) {
                worst = order(places[i], places[worst]) > 0 ? i : worst;
            }
            if (order(places[worst], next) > 0) {
                places[worst] = next;
            }
        }
        Candidate best = places[0];
        for (Candidate candidate : places) {
            best = order(candidate, best) < 0 ? candidate : best;
        }
        return best == null || best.score < LEAST ? Optional.empty() : Optional.of(best.path);
    }

    /// Negative when `a` is the better one; a free place is the worst.
    private static int order(@Nullable Candidate a, @Nullable Candidate b) {
        if (a == null) {
            return b == null ? 0 : 1;
        }
        if (b == null) {
            return -1;
        }
        return a.score == b.score ? Boolean.compare(b.sameName, a.sameName) : b.score - a.score;
    }

    private int score(RepoPath path, String blob, int least) {
        return similarity.of(parent.get(path).blob(), blob, least);
    }
}
