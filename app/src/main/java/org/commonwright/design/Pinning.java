package org.commonwright.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a module from another repository into a design: a line of a bill of materials may then ask for `@name`.
public final class Pinning {
    private static final Logger LOG = LoggerFactory.getLogger(Pinning.class);

    private final Workspace workspace;

    public Pinning(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Writes the pin to the design's `commons.lock`, in place of an older one of that name.
    ///
    /// @param repository a URL or a name that [Workspace#find] knows
    /// @param path the module's folder there; empty for the root
    /// @throws Fault `design.pin-name`, `design.pin-repository`, `design.pin-folder`, `design.lock-broken`, `git.no-revision`
    public LockEntry pin(Path design, String name, String repository, String path, String revision) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
            throw new Fault("design.pin-name", name);
        }
        String at = path.equals(".") ? "" : path;
        if (!RepoPath.isSafe(at)) {
            throw new Fault("design.pin-folder", path, repository, revision);
        }
        String key = workspace.find(repository).orElseThrow(() -> new Fault("design.pin-repository", repository)).key();
        GitRepository other = workspace.open(Path.of(key));
        CommitId commit = other.require(revision);
        String tree = other.treeId(commit, new RepoPath(at))
                .orElseThrow(() -> new Fault("design.pin-folder", path, repository, commit.abbreviated()));
        var entry = new LockEntry(name, repository, new RepoPath(at), commit, tree);
        keep(other, commit);
        KeptLock lock = KeptLock.whole(design);
        lock.replace(lock.lock().with(entry));
        return entry;
    }

    /// A ref of its own keeps a pinned commit in the clone when the branch that it was on is written anew. A clone that may only
    /// be read does without.
    static void keep(GitRepository clone, CommitId commit) {
        String ref = "refs/commonwright/pinned/" + commit.hex();
        try {
            boolean unused = clone.refs().get(ref).isPresent() || clone.refs().update(ref, Optional.empty(), commit);
        } catch (Fault fault) {
            LOG.info("{} keeps {} by its own refs only", clone.folder(), commit, fault);
        }
    }

    /// The lock as it is. One that cannot be read in full is not written over.
    ///
    /// @throws Fault `design.lock-broken`
    public static LockFile lock(Path design) {
        return KeptLock.whole(design).lock();
    }

    /// The names of entries that were changed by hand.
    static List<String> edited(Path design) {
        List<Problem> problems = new ArrayList<>();
        LockFile unused = lock(design, problems::add);
        return problems.stream().filter(p -> p.code().equals("design.lock-edited"))
                .map(p -> String.valueOf(p.arguments().getFirst())).toList();
    }

    /// The lock as far as it can be read.
    static LockFile lock(Path design, Consumer<Problem> problems) {
        return KeptLock.of(design, problems).lock();
    }
}
