package org.commonwright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.git.Mailmap;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Lists what others have made of a design.
public final class Forks {
    private final GitRepository repository;

    public Forks(GitRepository repository) {
        this.repository = repository;
    }

    /// Every branch here and of the remotes with commits that `main` lacks, the latest first. Histories that share no
    /// commit with `main` are left out: they are not forks of it.
    public List<Fork> of(CommitId main, Progress progress) {
        var forks = new ArrayList<Fork>();
        Mailmap mailmap = repository.history().mailmap(main);
        var refs = new TreeMap<String, CommitId>(repository.refs().list("refs/heads/"));
        refs.putAll(repository.refs().list("refs/remotes/"));
        int seen = 0;
        for (var ref : refs.entrySet()) {
            progress.check();
            progress.update((double) seen++ / refs.size());
            fork(ref.getKey(), ref.getValue(), main, mailmap).ifPresent(forks::add);
        }
        forks.sort(Comparator.comparing(Fork::last).reversed().thenComparing(Fork::ref));
        return List.copyOf(forks);
    }

    private Optional<Fork> fork(String ref, CommitId head, CommitId main, Mailmap mailmap) {
        History history = repository.history();
        if (head.equals(main) || history.isAncestor(head, main)) {
            return Optional.empty();
        }
        return history.mergeBase(main, head).map(base -> {
            History.AheadBehind distance = history.aheadBehind(head, main);
            CommitInfo last = history.commit(head);
            List<RepoPath> files = repository.diff(base, head).stream().map(FileChange::path).toList();
            return new Fork(ref, head, base, distance.ahead(), distance.behind(), mailmap.apply(last.author()),
                    last.authored(), last.subject(), files);
        });
    }
}
