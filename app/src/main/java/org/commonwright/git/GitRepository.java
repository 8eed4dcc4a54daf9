package org.commonwright.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.TreeSet;
import java.util.SortedSet;
import java.nio.file.LinkOption;
import java.nio.file.Files;
import java.nio.charset.StandardCharsets;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// One Git repository on disk. Nothing that it brings is ever run: no hooks, no filters, no helper programs.
///
/// Safe for many threads; what it hands out says so where it is not. Every method may throw [Fault]: `git.corrupt`,
/// `git.missing-object`, `git.locked`, `git.disk-full` or `git.failed`.
public final class GitRepository implements AutoCloseable {
    private final GuardedRepository jgit;

    GitRepository(GuardedRepository jgit) {
        this.jgit = jgit;
    }

    /// The repository that holds `start`: its root, a folder below its root, or a bare repository.
    ///
    /// @throws Fault `git.not-a-repository` when there is none, `git.sha256` when its names are not SHA-1
    public static GitRepository open(Path start) {
        return new GitRepository(RepositoryFiles.open(start));
    }

    /// A new repository with a work tree and the unborn branch `main`.
    ///
    /// @throws Fault `git.exists` when there is one already
    public static GitRepository init(Path folder) {
        return new GitRepository(RepositoryFiles.create(folder, false));
    }

    /// A new repository without a work tree.
    ///
    /// @throws Fault `git.exists` when there is one already
    public static GitRepository initBare(Path folder) {
        return new GitRepository(RepositoryFiles.create(folder, true));
    }

    /// Fetches all branches and tags of `url` into a new repository and checks its main branch out.
    ///
    /// @param folder must not exist, or be empty; what was begun is removed when the clone fails
    /// @throws Fault `git.clone-target`, or what [Remotes#fetch] and [WorkTree#switchTo] throw
    public static GitRepository cloneFrom(String url, Path folder, Progress progress) {
        return Cloning.run(url, folder, progress);
    }

    /// The root of the work tree, or the bare repository itself.
    public Path folder() {
        return (jgit.isBare() ? jgit.getDirectory() : jgit.getWorkTree()).toPath();
    }

    /// Where a folder of the work tree lies in the repository.
    ///
    /// @param inside the root of the work tree or a folder below it
    public RepoPath pathOf(Path inside) {
        return new RepoPath(folder().toAbsolutePath().normalize().relativize(inside.toAbsolutePath().normalize())
                .toString().replace('\\', '/'));
    }

    public boolean isBare() {
        return jgit.isBare();
    }

    /// The commit that a branch, a tag, an abbreviated id or an expression such as `main~2` names.
    ///
    /// @throws Fault `git.ambiguous` when an abbreviation fits several
    public Optional<CommitId> resolve(String revision) {
        return GitIo.call(folder(), () -> {
            try {
                ObjectId id = jgit.resolve(revision + "^{commit}");
                return Optional.ofNullable(id).map(Ids::commit);
            } catch (AmbiguousObjectException e) {
                throw new Fault(e, "git.ambiguous", revision, folder());
            } catch (RevisionSyntaxException | IncorrectObjectTypeException _) {
                return Optional.empty();
            } catch (MissingObjectException e) {
                // A commit of elsewhere is not here; a branch whose commit is not here is damaged.
                if (ObjectId.isId(revision)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /// As [#resolve].
    ///
    /// @throws Fault `git.no-revision` when nothing has that name, `git.no-commit-yet` before the first commit of the branch
    public CommitId require(String revision) {
        return resolve(revision).orElseThrow(() -> revision.equals(Constants.HEAD)
                ? new Fault("git.no-commit-yet", folder())
                : new Fault("git.no-revision", revision, folder()));
    }

    /// What is checked out; empty before the first commit.
    public Optional<CommitId> head() {
        return resolve(Constants.HEAD);
    }

    /// The short name of the branch that is checked out, born or not; empty when the head is detached.
    public Optional<String> currentBranch() {
        return GitIo.call(folder(), () -> {
            Ref head = jgit.exactRef(Constants.HEAD);
            return head == null || !head.isSymbolic()
                    ? Optional.empty()
                    : Optional.of(Repository.shortenRefName(head.getTarget().getName()));
        });
    }

    /// The files of one commit, read as they are asked for.
    public CommitTree tree(CommitId commit) {
        return new CommitTree(jgit, commit);
    }

    /// The tree hash of a folder of a commit: what a lock file pins. Empty when there is no such folder.
    public Optional<String> treeId(CommitId commit, RepoPath folder) {
        return GitIo.call(folder(), () -> {
            try (var walk = new RevWalk(jgit)) {
                ObjectId root = walk.parseCommit(Ids.object(commit)).getTree();
                if (folder.isRoot()) {
                    return Optional.of(root.name());
                }
                try (TreeWalk at = TreeWalk.forPath(walk.getObjectReader(), folder.text(), root)) {
                    return at == null || !at.isSubtree() ? Optional.empty() : Optional.of(at.getObjectId(0).name());
                }
            }
        });
    }

    /// A blob's bytes by its id, as a [FileChange] or a [Version] carries it.
    ///
    /// @throws Fault `files.too-large` above `limit`, `git.missing-object`
    public byte[] blob(String id, long limit) {
        return Blobs.read(jgit, ObjectId.fromString(id), id, limit);
    }

    /// For many blobs in a row. Not for several threads; close it.
    public BlobReader blobs() {
        return new BlobReader(jgit);
    }

    /// As [#blob], but a large file's content when the blob is its pointer.
    ///
    /// @param path the file that a fault names
    /// @throws Fault `files.kept-elsewhere` when the content is not here
    public byte[] content(String id, RepoPath path, long limit) {
        Optional<LfsPointer> pointer = pointer(id, path);
        return pointer.isPresent()
                ? lfs().here().content(path, pointer.get(), limit)
                : Blobs.read(jgit, ObjectId.fromString(id), path, limit);
    }

    /// The pointer that a blob is when what it stands for is not on this machine, which is a normal state.
    ///
    /// @param path the file that a fault names
    public Optional<LfsPointer> away(String id, RepoPath path) {
        return pointer(id, path).filter(pointer -> lfs().here().find(pointer).isEmpty());
    }

    /// How many bytes [#content] would give.
    ///
    /// @throws Fault `git.missing-object`
    public long size(String id, RepoPath path) {
        return pointer(id, path).map(LfsPointer::size)
                .orElseGet(() -> Blobs.size(jgit, ObjectId.fromString(id), path));
    }

    private Optional<LfsPointer> pointer(String id, RepoPath path) {
        return GitIo.call(path, () -> {
            try (ObjectReader reader = jgit.newObjectReader()) {
                return LfsScan.pointer(reader, ObjectId.fromString(id));
            }
        });
    }

    /// What is known of a blob's content without holding it; of a large file's, what its pointer says.
    ///
    /// @param path the file that a fault names
    /// @throws Fault `git.missing-object`
    public StoredContent stored(String id, RepoPath path) {
        return Blobs.stored(jgit, ObjectId.fromString(id), path, lfs().here());
    }

    /// What changed from one commit to another, renames found, sorted by path.
    public List<FileChange> diff(CommitId before, CommitId after) {
        try (TreeDiffs diffs = diffs()) {
            return diffs.between(Optional.of(before), after, true);
        }
    }

    /// For many diffs in a row: keeps what it opened. Not for several threads; close it.
    public TreeDiffs diffs() {
        return new TreeDiffs(jgit);
    }

    /// Commits, their order and kinship.
    public History history() {
        return new History(jgit, folder());
    }

    /// What a commit reaches, for asking where many others left it. Not for several threads; close it.
    ///
    /// @param progress checked as it is read; a history of 50,000 commits takes about a second
    public Ancestry ancestry(CommitId tip, Progress progress) {
        return Ancestry.of(jgit, folder(), tip, progress);
    }

    /// Writes commits without touching a work tree.
    public CommitWriter commits() {
        return new CommitWriter(jgit, folder());
    }

    /// Writes signed tags.
    public TagWriter tags() {
        return new TagWriter(this, jgit);
    }

    /// Writes many commits into one pack. Close it.
    public BulkWriter bulk() {
        return new BulkWriter(jgit, folder());
    }

    /// From now on, what is written through this object is not forced to disk at once: ten times as fast, for laying out what
    /// can be made again after a power cut.
    ///
    /// @return this
    public GitRepository relaxed() {
        jgit.relax();
        return this;
    }

    /// Whether old history was left out when this was cloned (`git clone --depth`): what asks for all of it cannot be answered.
    public boolean isShallow() {
        return GitIo.call(folder(), () -> !jgit.getObjectDatabase().getShallowCommits().isEmpty());
    }

    /// The commits whose parents were left out when this was cloned; none in a whole clone.
    public SortedSet<String> cutOff() {
        return GitIo.call(folder(), () -> {
            var ids = new TreeSet<String>();
            jgit.getObjectDatabase().getShallowCommits().forEach(id -> ids.add(id.name()));
            return ids;
        });
    }

    /// How many commits this clone alone shows as others (`git replace`, `info/grafts`). None of that is followed here: what was
    /// recorded, and signed, counts.
    public int replaced() {
        Path grafts = gitFolder().resolve("info").resolve("grafts");
        return refs().list("refs/replace/").size() + GitIo.call(folder(), () -> {
            if (!Files.isRegularFile(grafts, LinkOption.NOFOLLOW_LINKS)) {
                return 0;
            }
            try (Stream<String> lines = Files.lines(grafts, StandardCharsets.ISO_8859_1)) {
                return (int) lines.filter(line -> !line.isBlank() && !line.startsWith("#")).count();
            }
        });
    }

    /// Puts loose objects and many small packs into one pack when there are many, as `git gc --auto` does. Deletes nothing
    /// that is younger than two weeks. Takes a while: run it in the background.
    ///
    /// @return whether there was something to do
    public boolean tidy(Progress progress) {
        return Upkeep.run(jgit, folder(), progress);
    }

    /// For reading single files and signatures of many commits.
    public CommitReader reader() {
        return new CommitReader(jgit);
    }

    /// Follows one file through the commit graph.
    public FileHistory fileHistory() {
        return new FileHistory(this, jgit);
    }

    /// Reads and moves branches, tags and our own refs.
    public RefStore refs() {
        return new RefStore(jgit, folder());
    }

    /// Other repositories: fetch from them, push to them.
    public Remotes remotes() {
        return new Remotes(jgit, folder());
    }

    /// Programs that plain Git calls in this clone.
    public GitDrivers drivers() {
        return new GitDrivers(jgit);
    }

    /// Three-way merges.
    public Merges merges() {
        return new Merges(this);
    }

    /// The files that are checked out.
    ///
    /// @throws Fault `git.no-work-tree` when the repository is bare
    public WorkTree workTree() {
        if (jgit.isBare()) {
            throw new Fault("git.no-work-tree", folder());
        }
        return new WorkTree(jgit, folder());
    }

    /// Its large files (Git LFS).
    public Lfs lfs() {
        return new Lfs(jgit, folder());
    }

    /// The name and e-mail address that Git's configuration gives for this person, where it does.
    public Optional<Person> configuredPerson() {
        String name = jgit.getConfig().getString("user", null, "name");
        String email = jgit.getConfig().getString("user", null, "email");
        return name == null || email == null
                ? Optional.empty()
                : Optional.of(new Person(name, email));
    }

    /// Sets who works in this repository: the name and e-mail address of its own configuration.
    public void configurePerson(Person person) {
        RepositoryFiles.configure(jgit, config -> {
            config.setString("user", null, "name", person.name());
            config.setString("user", null, "email", person.email());
        });
    }

    /// The folder of Git's own files, where caches that belong to this repository may live.
    public Path gitFolder() {
        return jgit.getCommonDirectory().toPath();
    }

    Repository jgit() {
        return jgit;
    }

    @Override
    public void close() {
        jgit.close();
    }
}
