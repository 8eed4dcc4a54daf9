package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/// Compares commits by their files. Keeps its reader open between calls; for one thread.
public final class TreeDiffs implements AutoCloseable {
    private final Repository jgit;
    private final RevWalk walk;
    private int leftOut;

    TreeDiffs(Repository jgit) {
        this.jgit = jgit;
        this.walk = new RevWalk(new TreeCache(jgit.newObjectReader()));
        this.walk.setRetainBody(false);
    }

    /// What changed, sorted by path. Paths that are not safe are left out.
    ///
    /// @param before empty for the comparison with nothing, as of a first commit
    /// @param renames whether to look for files that moved (by content, at least 60 % alike)
    /// @throws Fault `git.too-many-paths`
    public List<FileChange> between(Optional<CommitId> before, CommitId after, boolean renames) {
        return GitIo.call(GitIo.in(after, jgit.getDirectory()), () -> {
            if (!renames) {
                return changes(before.isPresent() ? tree(before.get()) : null, tree(after), after);
            }
            List<DiffEntry> entries = scan(before, after);
            if (!entries.isEmpty()) {
                var detector = new RenameDetector(jgit);
                detector.addAll(entries);
                entries = renamed(detector);
            }
            var changes = new ArrayList<FileChange>(entries.size());
            for (DiffEntry entry : entries) {
                add(changes, entry);
            }
            leftOut = entries.size() - changes.size();
            changes.sort(Comparator.comparing(FileChange::path));
            return List.copyOf(changes);
        });
    }

    /// As [#between(Optional, CommitId, boolean)] of a commit and its first parent, moved files not looked for, without reading either
    /// commit again.
    public List<FileChange> of(CommitOutline commit) {
        return GitIo.call(GitIo.in(commit.id(), jgit.getDirectory()),
                () -> changes(commit.treeBefore() == null ? null : ObjectId.fromString(commit.treeBefore()),
                        ObjectId.fromString(commit.tree()), commit.id()));
    }

    private List<FileChange> changes(@Nullable ObjectId before, ObjectId after, CommitId commit) throws IOException {
        var scan = new TreeScan(walk.getObjectReader(), Ids.object(commit));
        List<FileChange> changes = scan.between(before, after);
        leftOut = scan.leftOut();
        return changes;
    }

    private ObjectId tree(CommitId commit) throws IOException {
        return walk.parseCommit(Ids.object(commit)).getTree();
    }

    /// How many changes the last comparison left out because a path is not safe.
    public int leftOut() {
        return leftOut;
    }

    /// A changed path that is no UTF-8, escaped; empty when all are.
    public Optional<String> notUtf8(Optional<CommitId> before, CommitId after) {
        return notUtf8(before, after, 1).stream().findFirst();
    }

    /// The first changed paths that are no UTF-8, escaped as Git does: `caf\351.txt`.
    ///
    /// @param most how many at most
    public List<String> notUtf8(Optional<CommitId> before, CommitId after, int most) {
        return GitIo.call(GitIo.in(after, jgit.getDirectory()), () -> {
            var found = new ArrayList<String>();
            try (TreeWalk trees = walk(before, after)) {
                while (found.size() < most && trees.next()) {
                    if (RawNames.isStrange(trees)) {
                        found.add(RawNames.escaped(trees.getRawPath()));
                    }
                }
            }
            return List.copyOf(found);
        });
    }

    private List<DiffEntry> renamed(RenameDetector detector) throws IOException {
        try {
            return detector.compute(walk.getObjectReader(), null);
        } catch (CanceledException e) {
            throw new IllegalStateException("there is no monitor that could cancel", e);
        }
    }

    private List<DiffEntry> scan(Optional<CommitId> before, CommitId after) throws IOException {
        try (TreeWalk trees = walk(before, after)) {
            return DiffEntry.scan(trees);
        }
    }

    private TreeWalk walk(Optional<CommitId> before, CommitId after) throws IOException {
        // A walk that knows the repository would look at its configuration on disk, and at attributes for each file.
        var trees = new TreeWalk(walk.getObjectReader());
        trees.setRecursive(true);
        TreeBound.set(trees, TreeFilter.ANY_DIFF, Ids.object(after));
        if (before.isPresent()) {
            trees.addTree(tree(before.get()));
        } else {
            trees.addTree(new EmptyTreeIterator());
        }
        trees.addTree(tree(after));
        return trees;
    }

    private static void add(List<FileChange> changes, DiffEntry entry) {
        FileChange.Kind kind = switch (entry.getChangeType()) {
            case ADD -> FileChange.Kind.ADDED;
            case DELETE -> FileChange.Kind.REMOVED;
            case MODIFY -> FileChange.Kind.MODIFIED;
            case RENAME, COPY -> FileChange.Kind.RENAMED;
        };
        boolean before = kind != FileChange.Kind.ADDED;
        boolean after = kind != FileChange.Kind.REMOVED;
        String from = entry.getOldPath();
        String path = after ? entry.getNewPath() : from;
        if (RepoPath.isSafe(path) && (!before || RepoPath.isSafe(from))) {
            changes.add(new FileChange(kind, new RepoPath(path), before ? new RepoPath(from) : null,
                    before ? entry.getOldId().name() : null, after ? entry.getNewId().name() : null,
                    before ? kind(entry.getOldMode()) : null, after ? kind(entry.getNewMode()) : null));
        }
    }

    private static Version.Kind kind(FileMode mode) {
        return Modes.version(mode, ObjectId.zeroId()).kind();
    }

    @Override
    public void close() {
        walk.getObjectReader().close();
        walk.close();
    }
}
