package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.commonwright.error.Fault;
import org.commonwright.files.LargeFiles;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.lfs.LfsRemote;
import org.commonwright.git.lfs.LfsResult;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The large files of a repository: pointers in Git, contents in a store beside it (Git LFS). No program is run for them, and
/// of the repository's configuration only the remotes' addresses and the address in `.lfsconfig` count.
public final class Lfs {
    /// What comes along by itself with a clone: files up to this size each,
    public static final long ALONG_EACH = 100_000_000;
    /// and no more than this together.
    public static final long ALONG_ALL = 1_000_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Lfs.class);

    private final GuardedRepository jgit;
    private final Remotes remotes;
    private final Path folder;

    Lfs(GuardedRepository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
        this.remotes = new Remotes(jgit, folder);
    }

    /// The contents that are here.
    public LargeFiles here() {
        return store();
    }

    private LfsStore store() {
        return new LfsStore(jgit.getCommonDirectory().toPath());
    }

    /// The large files of a commit, sorted by path.
    public List<LfsFile> files(CommitId at) {
        Map<RepoPath, LfsPointer> pointers = GitIo.call(folder, () -> new LfsScan(jgit).inTree(tree(at), at));
        LfsStore store = store();
        List<LfsFile> files = new ArrayList<>();
        pointers.forEach((path, pointer) -> files.add(new LfsFile(path, pointer, store.find(pointer).isPresent())));
        return files;
    }

    /// Where large files are fetched from and brought to when nobody says otherwise: the remote of the current branch, else
    /// where the repository was cloned from, else its only remote.
    ///
    /// @throws Fault `git.lfs-no-remote`
    public String remote() {
        List<String> names = remotes.list().stream().map(Remote::name).toList();
        String ofBranch = GitIo.call(folder,
                () -> jgit.getConfig().getString("branch", String.valueOf(jgit.getBranch()), "remote"));
        return Optional.ofNullable(ofBranch).filter(names::contains)
                .or(() -> Optional.of(Remotes.ORIGIN).filter(names::contains))
                .or(() -> names.stream().filter(_ -> names.size() == 1).findFirst())
                .orElseThrow(() -> new Fault("git.lfs-no-remote", folder));
    }

    /// Fetches large files of a commit that are not here. Files of the work tree that are their pointers are replaced when
    /// the commit is checked out.
    ///
    /// @param remote a name or an address
    /// @param wanted which of them
    /// @throws Fault `git.remote-lfs-…` or what [Remotes] throws when the remote cannot be spoken to at all
    public LfsFetch fetch(String remote, CommitId at, Predicate<LfsFile> wanted, Progress progress) {
        return fetch(remote, at, wanted, LfsTransports.Purpose.FETCH, progress);
    }

    private LfsFetch fetch(String remote, CommitId at, Predicate<LfsFile> wanted, LfsTransports.Purpose purpose,
            Progress progress) {
        List<LfsFile> all = files(at).stream().filter(wanted).toList();
        List<LfsFile> away = all.stream().filter(file -> !file.here()).toList();
        LfsResult result = download(remote, away, purpose, progress);
        List<LfsFile> fetched = new ArrayList<>();
        Map<LfsFile, Fault> failed = new LinkedHashMap<>();
        for (LfsFile file : away) {
            Fault why = result.failed().get(file.pointer());
            if (why == null) {
                fetched.add(new LfsFile(file.path(), file.pointer(), true));
            } else {
                failed.put(file, why);
            }
        }
        return new LfsFetch(fetched, failed, fill(at, all));
    }

    private LfsResult download(String remote, List<LfsFile> away, LfsTransports.Purpose purpose, Progress progress) {
        if (away.isEmpty()) {
            return new LfsResult(Set.of(), Map.of());
        }
        try (LfsRemote there = new LfsTransports(jgit, remotes).open(remote, purpose, progress)) {
            Set<LfsPointer> pointers = new LinkedHashSet<>();
            away.forEach(file -> pointers.add(file.pointer()));
            return there.download(pointers, store(), progress);
        }
    }

    private int fill(CommitId at, List<LfsFile> files) {
        return GitIo.call(folder, () -> {
            ObjectId head = jgit.isBare() ? null : jgit.resolve("HEAD^{commit}");
            return head == null || !head.equals(Ids.object(at)) || !jgit.getIndexFile().exists()
                    ? 0
                    : new LfsFill(jgit, folder).run(files.stream().map(LfsFile::path).toList());
        });
    }

    /// Fetches what is not very large along with something else that was asked for. What cannot be had stays away, which is a
    /// normal state that every view shows; only a person's cancel ends the whole.
    public void fetchAlong(String remote, CommitId at, Predicate<RepoPath> wanted, Progress progress) {
        try {
            var left = new long[]{ALONG_ALL};
            LfsFetch fetched = fetch(remote, at, file -> {
                boolean comes = wanted.test(file.path()) && file.pointer().size() <= Math.min(ALONG_EACH, left[0]);
                left[0] -= comes && !file.here() ? file.pointer().size() : 0;
                return comes;
            }, LfsTransports.Purpose.FETCH_ALONG, progress);
            fetched.failed().forEach((file, why) -> LOG.info("{} stays away", file.path(), why));
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault fault) {
            LOG.info("large files of {} stay away", folder, fault);
        }
    }

    /// Brings the large files of a commit to a remote, those that it has excepted. [Remotes#push] does so by itself for what
    /// it pushes.
    ///
    /// @return how many files the commit has
    /// @throws Fault `git.remote-lfs-not-pushed` naming what is neither here nor there
    public int push(String remote, CommitId at, Progress progress) {
        Map<LfsPointer, String> pointers = new LinkedHashMap<>();
        files(at).forEach(file -> pointers.putIfAbsent(file.pointer(), file.path().text()));
        new LfsPush(jgit, remotes).bring(remote, pointers, progress);
        return pointers.size();
    }

    /// Says in the `.gitattributes` of a folder which of its files are large from now on.
    ///
    /// @param pattern such as `*.stl`
    /// @return whether that is new
    /// @throws Fault `git.lfs-bad-pattern`
    public static boolean track(Path folder, String pattern) {
        return LfsRules.add(folder, pattern);
    }

    private ObjectId tree(CommitId commit) throws IOException {
        try (var walk = new RevWalk(jgit)) {
            return walk.parseCommit(Ids.object(commit)).getTree().getId();
        }
    }
}
