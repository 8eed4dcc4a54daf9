package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.files.LargeFiles;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// The files of one commit. The listing is read once, when first asked for; bytes at each call. Fit for many threads.
public final class CommitTree implements FileTree {
    private final Repository jgit;
    private final LargeFiles large;
    private final CommitId commit;
    private final Map<RepoPath, ObjectId> files = new TreeMap<>();
    private final List<RepoPath> links = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean listed;

    CommitTree(Repository jgit, CommitId commit) {
        this.jgit = jgit;
        this.large = new LfsStore(jgit.getCommonDirectory().toPath());
        this.commit = commit;
    }

    public CommitId commit() {
        return commit;
    }

    @Override
    public List<RepoPath> files() {
        return List.copyOf(listing().keySet());
    }

    @Override
    public List<RepoPath> links() {
        listing();
        return Collections.unmodifiableList(links);
    }

    /// Paths in the commit that are not paths inside a repository (`..`, `.git`, control characters): left out of
    /// [#files], never followed.
    public List<Problem> problems() {
        listing();
        return Collections.unmodifiableList(problems);
    }

    @Override
    public boolean exists(RepoPath file) {
        return listing().containsKey(file);
    }

    @Override
    public long size(RepoPath file) {
        return pointer(file).map(LfsPointer::size).orElseGet(() -> storedSize(file));
    }

    private Optional<LfsPointer> pointer(RepoPath file) {
        return LfsPointer.canBe(storedSize(file))
                ? LfsPointer.of(Blobs.read(jgit, existing(file), file, LfsPointer.TOO_LONG))
                : Optional.empty();
    }

    @Override
    public Optional<LfsPointer> away(RepoPath file) {
        return pointer(file).filter(pointer -> large.find(pointer).isEmpty());
    }

    private long storedSize(RepoPath file) {
        ObjectId id = existing(file);
        try (ObjectReader reader = jgit.newObjectReader()) {
            return reader.getObjectSize(id, Constants.OBJ_BLOB);
        } catch (MissingObjectException e) {
            throw new Fault(e, "git.missing-object", id.name(), file);
        } catch (IOException e) {
            throw GitIo.fault(file, e);
        }
    }

    @Override
    public byte[] read(RepoPath file, long limit) {
        Optional<LfsPointer> pointer = pointer(file);
        return pointer.isPresent()
                ? large.content(file, pointer.get(), limit)
                : Blobs.read(jgit, existing(file), file, limit);
    }

    /// The blob's id.
    @Override
    public String fingerprint(RepoPath file) {
        return existing(file).name();
    }

    private ObjectId existing(RepoPath file) {
        ObjectId id = listing().get(file);
        if (id == null) {
            throw new Fault("files.missing", file, commit.abbreviated());
        }
        return id;
    }

    private synchronized Map<RepoPath, ObjectId> listing() {
        if (!listed) {
            GitIo.call(GitIo.in(commit, jgit.getDirectory()), this::list);
            listed = true;
        }
        return files;
    }

    private Void list() throws IOException {
        try (var walk = new RevWalk(jgit); var tree = new TreeWalk(jgit, new TreeCache(walk.getObjectReader()))) {
            tree.addTree(walk.parseCommit(Ids.object(commit)).getTree());
            TreeBound.set(tree, TreeFilter.ALL, Ids.object(commit));
            while (tree.next()) {
                String path = tree.getPathString();
                if (!RepoPath.isSafe(path) || path.isEmpty()) {
                    problems.add(Problem.warning(Place.file(printable(path)), "git.unsafe-path", printable(path)));
                } else if (tree.isSubtree()) {
                    tree.enterSubtree();
                } else if (tree.getFileMode(0).getObjectType() == Constants.OBJ_BLOB
                        && tree.getFileMode(0) != FileMode.SYMLINK) {
                    files.put(new RepoPath(path), tree.getObjectId(0));
                } else {
                    links.add(new RepoPath(path));
                }
            }
        }
        Collections.sort(links);
        return null;
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
