package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.WorkingTreeIterator.MetadataDiff;
import org.jspecify.annotations.Nullable;

/// The files that are checked out. Runs no hook and no filter: a file whose attributes name one is not committed
/// here, except that large files (Git LFS) are understood without any program.
public final class WorkTree {
    private final Repository jgit;
    private final Path folder;

    WorkTree(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
    }

    /// How the files differ from the last commit.
    public WorkStatus status() {
        return GitIo.call(folder, () -> {
            var changed = new TreeSet<RepoPath>();
            var untracked = new TreeSet<RepoPath>();
            var conflicting = new TreeSet<RepoPath>();
            WorkScan.run(jgit, jgit.readDirCache(), headTree(), null, at -> {
                if (!RepoPath.isSafe(at.path())) {
                    return;
                }
                var path = new RepoPath(at.path());
                DirCacheIterator index = at.index();
                FileTreeIterator file = at.file();
                if (index == null && at.head() == null) {
                    if (file != null && !file.isEntryIgnored()) {
                        untracked.add(path);
                    }
                } else if (index != null && index.getDirCacheEntry().getStage() != 0) {
                    conflicting.add(path);
                } else if (isStaged(at) || isEdited(at)) {
                    changed.add(path);
                }
            });
            return new WorkStatus(changed.stream().toList(), untracked.stream().toList(),
                    conflicting.stream().toList());
        });
    }

    /// Commits exactly `paths` as they are on disk (a file that is gone is removed) on the current branch. What other
    /// programs staged stays staged.
    ///
    /// @throws Fault `git.nothing-to-commit`, `git.in-progress` in the middle of another program's merge,
    /// `git.filtered-path` when a path needs a filter other than Git LFS, `git.moved` when the branch moved meanwhile
    public CommitId commit(String message, Person author, Instant when, Collection<RepoPath> paths,
            Optional<Signer> signer) {
        return new WorkCommit(jgit, folder).run(message, author, when, paths, signer);
    }

    /// Checks a local branch out.
    ///
    /// @throws Fault `git.no-branch`; `git.would-overwrite` naming the files with uncommitted work that are in the way;
    /// `git.unsafe-path` or `git.case-collision` when the branch has paths that this machine cannot hold; nothing is
    /// changed then
    public void switchTo(String branch) {
        String ref = Constants.R_HEADS + branch;
        GitIo.call(folder, () -> {
            ObjectId target = jgit.resolve(ref + "^{commit}");
            if (target == null) {
                throw new Fault("git.no-branch", branch, folder);
            }
            new Checkout(jgit, folder).run(checkedOut(), tree(target), () -> link(ref));
            return null;
        });
    }

    /// Moves the current branch, and the files with it, to a commit that was written beside it, such as a merge.
    ///
    /// @throws Fault as [#switchTo], `git.branch-on-tag`, and `git.moved` when the branch is not where `from` says
    public void advance(Optional<CommitId> from, CommitId target) {
        GitIo.call(folder, () -> {
            ObjectId head = movable();
            if (!Optional.ofNullable(head).map(Ids::commit).equals(from)) {
                throw new Fault("git.moved", folder);
            }
            new Checkout(jgit, folder).run(checkedOut(), tree(Ids.object(target)), () -> move(from, target));
            return null;
        });
    }

    /// Whether [#advance] could bring the files there.
    ///
    /// @throws Fault as [#advance]; nothing is changed
    public void mayAdvance(CommitId target) {
        GitIo.call(folder, () -> {
            movable();
            new Checkout(jgit, folder).check(checkedOut(), tree(Ids.object(target)));
            return null;
        });
    }

    /// For a clone: the branch exists, nothing is checked out yet.
    void checkOutFirst(String branch, CommitId tip) {
        GitIo.call(folder, () -> {
            new Checkout(jgit, folder).run(null, tree(Ids.object(tip)), () -> link(Constants.R_HEADS + branch));
            return null;
        });
    }

    private void link(String ref) throws IOException {
        RefUpdate head = jgit.updateRef(Constants.HEAD);
        head.setRefLogMessage("commonwright: switch to " + ref, false);
        RefUpdate.Result result = head.link(ref);
        if (result == RefUpdate.Result.LOCK_FAILURE) {
            throw new Fault("git.locked", folder, "HEAD.lock");
        }
    }

    private void move(Optional<CommitId> from, CommitId target) throws IOException {
        if (!WorkCommit.moveHead(jgit, from.map(Ids::object), Ids.object(target), "commonwright: advance")) {
            Ref head = jgit.exactRef(Constants.HEAD);
            boolean moved = head == null || !Optional.ofNullable(head.getObjectId()).map(Ids::commit).equals(from);
            throw moved
                    ? new Fault("git.moved", folder)
                    : new Fault("git.locked", folder, head.getLeaf().getName() + ".lock");
        }
    }

    /// What is checked out. A branch that stands on a tag, which only a hand can bring about, is moved by nobody.
    private @Nullable ObjectId movable() throws IOException {
        Ref head = jgit.exactRef(Constants.HEAD);
        ObjectId commit = jgit.resolve(Constants.HEAD + "^{commit}");
        if (head != null && commit != null && !commit.equals(head.getObjectId())) {
            throw new Fault("git.branch-on-tag", head.getLeaf().getName(), folder);
        }
        return commit;
    }

    /// Without an index nothing was ever checked out, whatever the branch says.
    private @Nullable ObjectId checkedOut() throws IOException {
        return jgit.getIndexFile().exists() ? headTree() : null;
    }

    private @Nullable ObjectId headTree() throws IOException {
        ObjectId head = jgit.resolve(Constants.HEAD + "^{commit}");
        return head == null ? null : tree(head);
    }

    private ObjectId tree(ObjectId commit) throws IOException {
        try (var walk = new RevWalk(jgit)) {
            return walk.parseCommit(commit).getTree().getId();
        }
    }

    private static boolean isStaged(WorkScan at) {
        DirCacheIterator index = at.index();
        Version head = at.head();
        return index == null || head == null
                || !Modes.version(index.getEntryFileMode(), index.getEntryObjectId()).equals(head);
    }

    /// Whether the file differs from the index.
    static boolean isEdited(WorkScan at) throws IOException {
        DirCacheIterator index = at.index();
        FileTreeIterator file = at.file();
        if (index == null || index.getEntryFileMode() == FileMode.GITLINK || index.getDirCacheEntry().isSkipWorkTree()
                || index.getDirCacheEntry().isAssumeValid()) {
            return false;
        }
        if (file == null || file.getEntryFileMode() == FileMode.TREE) {
            return true;
        }
        // A link that leaves the repository is on disk as a text file.
        boolean linkAsText = index.getEntryFileMode() == FileMode.SYMLINK
                && file.getEntryFileMode() != FileMode.SYMLINK;
        if (!linkAsText && file.isModeDifferent(index.getEntryRawMode())) {
            return true;
        }
        if (!linkAsText && file.compareMetadata(index.getDirCacheEntry()) == MetadataDiff.EQUAL) {
            return false;
        }
        ObjectId tracked = index.getEntryObjectId();
        // First what is likely: a large file need not be read twice.
        return (linkAsText || !at.contentId().equals(tracked)) && !at.rawId().equals(tracked);
    }

}
