package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// The versions of one file through the whole commit graph, through renames. Close it; for one thread.
public final class FileHistory implements AutoCloseable {
    private final GitRepository repository;
    private final Repository jgit;
    private final RevWalk walk;
    private final TreeDiffs diffs;

    FileHistory(GitRepository repository, Repository jgit) {
        this.repository = repository;
        this.jgit = jgit;
        this.walk = new RevWalk(jgit);
        this.walk.setRetainBody(false);
        this.diffs = repository.diffs();
    }

    /// The file as the commit has it; empty when it has none there.
    public Optional<FileVersion> at(CommitId commit, RepoPath path) {
        return GitIo.call(repository.folder(),
                () -> Optional.ofNullable(version(walk.parseCommit(Ids.object(commit)), path)));
    }

    /// The commit from which a version has its bytes: goes back as long as a parent has the same file with the same bytes.
    public FileVersion origin(FileVersion version, Progress progress) {
        return GitIo.call(repository.folder(), () -> {
            FileVersion at = version;
            @Nullable
            FileVersion same = version;
            while (same != null) {
                progress.check();
                at = same;
                same = null;
                for (RevCommit parent : walk.parseCommit(Ids.object(at.commit())).getParents()) {
                    FileVersion there = inParent(parent, at.path());
                    if (same == null && there != null && there.blob().equals(at.blob())) {
                        same = there;
                    }
                }
            }
            return at;
        });
    }

    /// The same file in each parent that has it, under its name there.
    public List<FileVersion> parents(FileVersion version) {
        return GitIo.call(repository.folder(), () -> {
            List<FileVersion> parents = new ArrayList<>();
            for (RevCommit parent : walk.parseCommit(Ids.object(version.commit())).getParents()) {
                FileVersion there = inParent(parent, version.path());
                if (there == null) {
                    there = renamed(parent, version);
                }
                if (there != null) {
                    parents.add(there);
                }
            }
            return parents;
        });
    }

    private @Nullable FileVersion renamed(RevCommit parent, FileVersion version) throws IOException {
        for (FileChange change : diffs.between(Optional.of(Ids.commit(parent)), version.commit(), true)) {
            if (change.kind() == FileChange.Kind.RENAMED && change.path().equals(version.path())) {
                return change.oldPath() == null ? null : inParent(parent, change.oldPath());
            }
        }
        return null;
    }

    /// The parents of a shallow clone's last commits are not there: history ends before them.
    private @Nullable FileVersion inParent(RevCommit parent, RepoPath path) throws IOException {
        try {
            return version(walk.parseCommit(parent), path);
        } catch (MissingObjectException _) {
            return null;
        }
    }

    private @Nullable FileVersion version(RevCommit commit, RepoPath path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(walk.getObjectReader(), path.text(), commit.getTree())) {
            boolean file = found != null && (found.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
            return file ? new FileVersion(Ids.commit(commit), path, found.getObjectId(0).name()) : null;
        }
    }

    @Override
    public void close() {
        diffs.close();
        walk.close();
    }
}
