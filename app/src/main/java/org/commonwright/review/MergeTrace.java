package org.commonwright.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.MergePlan;
import org.commonwright.git.PathConflict;
import org.commonwright.git.TreeDiffs;
import org.commonwright.git.TreeEdit;
import org.commonwright.git.Version;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Merges again what a merge commit says that it merged, and tells what it holds that did not come of it: a change that neither
/// side made, or one of a side's that it left out. Where both sides changed the same thing, what either of them says there, or what
/// stood there before, came of it.
final class MergeTrace {
    private final GitRepository repository;
    private final CommitId merge;
    private final Progress watch;

    /// @param watch asked now and then whether to go on
    MergeTrace(GitRepository repository, CommitId merge, Progress watch) {
        this.repository = repository;
        this.merge = merge;
        this.watch = watch;
    }

    /// @return the files, sorted; none when the commit is the merge of its two parents and nothing else
    /// @throws org.commonwright.task.CancelledFault when a person cancelled
    /// @throws Fault `git.unsafe-path` for a path that is none, and what [MergeWork#plan] throws
    List<RepoPath> added() {
        List<CommitId> parents = repository.history().commit(merge).parents();
        Optional<Problem> unsafe = repository.tree(merge).problems().stream().findFirst();
        unsafe.ifPresent(problem -> {
            throw new Fault(problem.code(), problem.arguments().toArray());
        });
        MergeWork work = MergeWork.plan(repository, parents.getFirst(), parents.getLast());
        Map<RepoPath, Optional<Version>> actual = actual(parents.getFirst());
        Map<RepoPath, Optional<Version>> due = due(work.plan());
        var paths = new TreeSet<>(actual.keySet());
        paths.addAll(due.keySet());
        var before = new HashSet<>(repository.tree(parents.getFirst()).files());
        before.addAll(repository.tree(parents.getFirst()).links());
        work.plan().conflicts().forEach(conflict -> paths.remove(conflict.path()));
        List<RepoPath> added = new ArrayList<>(
                paths.stream().filter(path -> !Objects.equals(actual.get(path), due.get(path))).toList());
        for (PathConflict conflict : work.plan().conflicts()) {
            watch.check();
            boolean was = before.contains(conflict.path());
            Version there = actual.getOrDefault(conflict.path(), Optional.ofNullable(was ? conflict.ours() : null))
                    .orElse(null);
            if (!cameOf(work, conflict, there)) {
                added.add(conflict.path());
            }
        }
        return added.stream().distinct().sorted().toList();
    }

    private boolean cameOf(MergeWork work, PathConflict conflict, @Nullable Version there) {
        boolean whole = work.isWhole(conflict.path());
        if (whole || there == null) {
            return whole && (Objects.equals(there, conflict.ours()) || Objects.equals(there, conflict.theirs()));
        }
        boolean kind = conflict.ours() != null && conflict.ours().kind() == there.kind()
                || conflict.theirs() != null && conflict.theirs().kind() == there.kind();
        return kind && work.canSay(conflict.path(), repository.blob(there.blob(), MergeWork.LIMIT), watch);
    }

    /// What the merge changed on the branch, by path; empty where it took a file out.
    private Map<RepoPath, Optional<Version>> actual(CommitId ours) {
        var actual = new HashMap<RepoPath, Optional<Version>>();
        try (TreeDiffs diffs = repository.diffs()) {
            for (FileChange change : diffs.between(Optional.of(ours), merge, false)) {
                actual.put(change.path(), change.newBlob() == null || change.newKind() == null
                        ? Optional.empty()
                        : Optional.of(new Version(change.newBlob(), change.newKind())));
            }
        }
        return actual;
    }

    private static Map<RepoPath, Optional<Version>> due(MergePlan plan) {
        var due = new HashMap<RepoPath, Optional<Version>>();
        plan.edits().forEach((path, edit) -> due.put(path,
                edit instanceof TreeEdit.Use(Version version) ? Optional.of(version) : Optional.empty()));
        return due;
    }
}
