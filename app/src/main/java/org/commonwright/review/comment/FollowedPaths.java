package org.commonwright.review.comment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.CommitTree;
import org.commonwright.git.FileChange;
import org.commonwright.git.FileHistory;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.OtherFormat;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Where the files of one commit are in another: by what Git takes for a rename, at once or step by step; by the same bytes where
/// the commit itself is not here (any more).
final class FollowedPaths {
    /// A longer way is not walked.
    private static final int MOST_STEPS = 2_000;

    private final GitRepository repository;
    private final CommitId then;
    private final CommitId at;
    private final CommitTree tree;
    private final boolean known;
    private @Nullable List<FileChange> changes;
    private @Nullable Map<RepoPath, RepoPath> renames;
    private @Nullable MovedLines lines;
    private final Map<RepoPath, Optional<RepoPath>> found = new HashMap<>();

    FollowedPaths(GitRepository repository, CommitId then, CommitId at, CommitTree tree) {
        this.repository = repository;
        this.then = then;
        this.at = at;
        this.tree = tree;
        this.known = repository.resolve(then.hex()).isPresent();
    }

    private List<FileChange> changes() {
        List<FileChange> read = changes;
        if (read == null) {
            read = known ? repository.diff(then, at) : List.of();
            changes = read;
        }
        return read;
    }

    /// Where lines are that are no longer in their file; empty where nobody can tell.
    ///
    /// @param own where that file is now
    Optional<Placement> moved(Anchor.Line was, Optional<RepoPath> own, Progress progress) {
        MovedLines read = lines;
        if (read == null) {
            read = new MovedLines(repository, changes(), progress);
            lines = read;
        }
        return read.find(was, own);
    }

    /// Looked for when a file is missed, since it takes a comparison of both commits.
    private Map<RepoPath, RepoPath> renames() {
        Map<RepoPath, RepoPath> read = renames;
        if (read == null) {
            read = new HashMap<>();
            for (FileChange change : OtherFormat.paired(changes())) {
                RepoPath old = change.oldPath();
                if (change.kind() == FileChange.Kind.RENAMED && old != null) {
                    // Of several copies the one that kept its name is the file.
                    read.merge(old, change.path(), (a, b) -> a.fileName().equals(old.fileName()) ? a : b);
                }
            }
            renames = read;
        }
        return read;
    }

    CommitId then() {
        return then;
    }

    /// Whether the commit that the files are of is here.
    boolean known() {
        return known;
    }

    Optional<RepoPath> file(RepoPath path, String blob) {
        return found.computeIfAbsent(path, _ -> find(path, blob));
    }

    private Optional<RepoPath> find(RepoPath path, String blob) {
        if (tree.exists(path)) {
            return Optional.of(path);
        }
        RepoPath to = renames().get(path);
        return to != null ? Optional.of(to) : stepByStep(path).or(() -> sameBytes(path, blob));
    }

    /// A file that is renamed and rewritten little by little is no rename from end to end, and is one in each step.
    private Optional<RepoPath> stepByStep(RepoPath path) {
        if (!known || !repository.history().isAncestor(then, at)) {
            return Optional.empty();
        }
        List<CommitId> steps;
        try (var walk = repository.history().walk(List.of(at), List.of(then), History.Order.NEWEST_FIRST)) {
            steps = walk.limit(MOST_STEPS).map(CommitInfo::id).toList();
        }
        RepoPath now = path;
        CommitId before = then;
        try (FileHistory history = repository.fileHistory()) {
            for (CommitId step : steps.reversed()) {
                if (history.at(step, now).isEmpty()) {
                    Optional<RepoPath> next = renamed(before, step, now);
                    if (next.isEmpty()) {
                        return Optional.empty();
                    }
                    now = next.get();
                }
                before = step;
            }
        }
        return Optional.of(now).filter(tree::exists);
    }

    private Optional<RepoPath> renamed(CommitId before, CommitId after, RepoPath path) {
        return OtherFormat.paired(repository.diff(before, after)).stream()
                .filter(change -> change.kind() == FileChange.Kind.RENAMED && path.equals(change.oldPath()))
                .map(FileChange::path).findFirst();
    }

    private Optional<RepoPath> sameBytes(RepoPath path, String blob) {
        List<RepoPath> same = tree.files().stream().filter(file -> tree.fingerprint(file).equals(blob)).toList();
        return same.stream().filter(file -> file.fileName().equals(path.fileName())).findFirst()
                .or(() -> same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty());
    }

    /// Where a module's folder is: where it was, or where most of its files went.
    Optional<RepoPath> folder(RepoPath folder) {
        if (folder.isRoot() || tree.files().stream().anyMatch(file -> file.isUnder(folder))) {
            return Optional.of(folder);
        }
        Map<RepoPath, Long> targets = renames().entrySet().stream().filter(e -> e.getKey().isUnder(folder))
                .flatMap(e -> moved(folder, e.getKey(), e.getValue()).stream())
                .collect(Collectors.groupingBy(target -> target, Collectors.counting()));
        return targets.entrySet().stream().max(Map.Entry.<RepoPath, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey);
    }

    /// The folder of which `to` keeps what `from` had below the old one.
    private static Optional<RepoPath> moved(RepoPath folder, RepoPath from, RepoPath to) {
        String below = from.text().substring(folder.text().length());
        return to.text().endsWith(below) && to.text().length() > below.length()
                ? Optional.of(new RepoPath(to.text().substring(0, to.text().length() - below.length())))
                : to.text().equals(below.substring(1)) ? Optional.of(RepoPath.ROOT) : Optional.empty();
    }
}
