package org.commonwright.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// Other repositories. A remote is given by its name here or by its URL: a folder, `file://`, `http(s)://`, `ssh://` or
/// `host:path`. Passwords are never asked for: SSH keys, or an HTTP server that needs none.
///
/// Beside what each method says, any may throw [Fault]: `git.remote-url`, `git.remote-missing`,
/// `git.remote-credentials`, `git.remote-failed`, `git.remote-damaged` when an object is missing or damaged there,
/// `git.remote-silent`, or that a person cancelled.
public final class Remotes {
    /// The name of the remote that a clone came from.
    public static final String ORIGIN = "origin";

    private static final int TIMEOUT_SECONDS = 120;
    /// How long a host reached by SSH may keep silent, or take nothing. While it unpacks what was pushed, Git says every few seconds
    /// that it is at work.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final GuardedRepository jgit;
    private final Path folder;
    private final Duration patience;

    Remotes(GuardedRepository jgit, Path folder) {
        this(jgit, folder, PATIENCE);
    }

    /// @param patience how long a host reached by SSH may keep silent
    Remotes(GuardedRepository jgit, Path folder, Duration patience) {
        this.jgit = jgit;
        this.folder = folder;
        this.patience = patience;
    }

    /// Those that have a name, sorted by it.
    public List<Remote> list() {
        return GitIo.call(folder, () -> {
            try {
                return RemoteConfig.getAllRemoteConfigs(jgit.getConfig()).stream().filter(r -> !r.getURIs().isEmpty())
                        .map(r -> new Remote(r.getName(), r.getURIs().getFirst().toString()))
                        .sorted(Comparator.comparing(Remote::name)).toList();
            } catch (URISyntaxException e) {
                throw new Fault(e, "git.remote-url", String.valueOf(e.getInput()));
            }
        });
    }

    /// Gives a remote a name; its branches are fetched to `refs/remotes/<name>/`.
    ///
    /// @throws Fault `git.remote-exists`, `git.bad-ref` when the name cannot be part of a ref
    public Remote add(String name, String url) {
        String checked = RemoteUrl.parse(url, folder).toString();
        if (!Repository.isValidRefName(Constants.R_REMOTES + name + "/main")) {
            throw new Fault("git.bad-ref", name);
        }
        if (list().stream().anyMatch(r -> r.name().equals(name))) {
            throw new Fault("git.remote-exists", name, folder);
        }
        RepositoryFiles.configure(jgit, config -> {
            config.setString("remote", name, "url", checked);
            config.setString("remote", name, "fetch", "+refs/heads/*:" + Constants.R_REMOTES + name + "/*");
        });
        return new Remote(name, checked);
    }

    /// The refs of a remote whose full names begin with `prefix`, and where they point.
    public Map<String, CommitId> refs(String remote, String prefix) {
        URIish uri = uri(remote);
        return TransportFaults.call(uri, Progress.NONE, () -> {
            try (FolderRemote there = FolderRemote.open(jgit, uri)) {
                if (there != null) {
                    return there.refs(prefix);
                }
            }
            var found = new TreeMap<String, CommitId>();
            try (Transport transport = open(uri, Progress.NONE); FetchConnection connection = transport.openFetch()) {
                for (Ref ref : connection.getRefs()) {
                    if (ref.getName().startsWith(prefix) && ref.getObjectId() != null) {
                        found.put(ref.getName(), Ids.commit(ref.getObjectId()));
                    }
                }
            }
            return found;
        });
    }

    /// Fetches.
    ///
    /// @param refspecs such as `+refs/heads/*:refs/remotes/origin/*`; without `+` only fast-forwards are taken. Empty:
    /// all branches of a named remote. Tags come along only when a refspec names them.
    /// @return the local refs that were asked for and changed, or were refused
    public List<FetchedRef> fetch(String remote, List<String> refspecs, Progress progress) {
        URIish uri = uri(remote);
        List<String> specs = refspecs.isEmpty()
                ? List.of("+refs/heads/*:" + Constants.R_REMOTES + remote + "/*")
                : refspecs;
        return TransportFaults.call(uri, progress, () -> {
            List<RefSpec> parsed = specs.stream().map(RefSpec::new).toList();
            try (FolderRemote there = FolderRemote.open(jgit, uri)) {
                List<FetchedRef> fetched = there == null ? null : there.fetch(parsed);
                if (fetched != null) {
                    return fetched.stream().sorted(Comparator.comparing(FetchedRef::localRef)).toList();
                }
            }
            try (Transport transport = open(uri, progress)) {
                transport.setTagOpt(TagOpt.NO_TAGS);
                FetchResult result = transport.fetch(new ProgressBridge(progress), parsed);
                return result.getTrackingRefUpdates().stream().map(Remotes::fetched)
                        .sorted(Comparator.comparing(FetchedRef::localRef)).toList();
            }
        });
    }

    /// Pushes each update by compare-and-set: when several push to the same ref with the same expectation, exactly one
    /// gets [PushOutcome.Result#OK], over a folder, HTTP or SSH. The large files (Git LFS) of what is pushed are brought there
    /// first; when one is neither here nor there, nothing is pushed.
    ///
    /// @throws Fault also `git.remote-lfs-…`
    /// @return one outcome for each update, in their order
    public List<PushOutcome> push(String remote, List<PushUpdate> updates, Progress progress) {
        if (updates.isEmpty()) {
            return List.of();
        }
        new LfsPush(jgit, this).bring(remote, updates, progress);
        return new Push(jgit, this, uri(remote), progress).run(updates);
    }

    /// Writes refs and all that they reach into one file that can be sent or carried; [#fetch] takes its path as a remote,
    /// and so does `git fetch`.
    ///
    /// @param refs full names
    /// @param known commits that the receiver has already; what they reach is left out
    /// @throws Fault `git.no-revision` when there is no such ref
    public void bundle(Path file, List<String> refs, List<CommitId> known, Progress progress) {
        GitIo.call(file, () -> {
            new Bundle(jgit, folder).write(file, refs, known, progress);
            return null;
        });
    }

    /// Unpacks a file as [#bundle] makes it, aside: whoever sent it is not trusted. Close what this gives.
    ///
    /// @param refs looks at what the file says it brings, before anything is unpacked; what it throws is thrown
    /// @throws Fault what [BundleIntake#open] throws
    public BundleIntake intake(Path file, Consumer<Map<String, CommitId>> refs, Progress progress) {
        return BundleIntake.open(jgit, file, refs, progress);
    }

    private static FetchedRef fetched(TrackingRefUpdate update) {
        RefUpdate.Result result = update.getResult();
        boolean refused = switch (result) {
            case REJECTED, LOCK_FAILURE, IO_FAILURE, NOT_ATTEMPTED, REJECTED_CURRENT_BRANCH, REJECTED_MISSING_OBJECT,
                    REJECTED_OTHER_REASON ->
                true;
            default -> false;
        };
        return new FetchedRef(update.getLocalName(), present(update.getOldObjectId()), present(update.getNewObjectId()),
                !refused);
    }

    private static Optional<CommitId> present(@Nullable ObjectId id) {
        return id == null || id.equals(ObjectId.zeroId()) ? Optional.empty() : Optional.of(Ids.commit(id));
    }

    URIish uri(String remote) {
        for (Remote known : list()) {
            if (known.name().equals(remote)) {
                return RemoteUrl.parse(known.url(), folder);
            }
        }
        return RemoteUrl.parse(remote, folder);
    }

    /// Opened by URL, so that no setting of a named remote (a program to run at the other end) applies.
    Transport open(URIish uri, Progress progress) throws IOException {
        return open(uri, progress, new ProgressBridge(progress));
    }

    /// @param work what JGit will be told to report its work to
    Transport open(URIish uri, Progress progress, ProgressBridge work) throws IOException {
        FolderTransport folderTransport = FolderTransport.open(jgit, uri);
        Transport transport = folderTransport == null ? Transport.open(jgit, uri) : folderTransport;
        transport.setTimeout(TIMEOUT_SECONDS);
        if (transport instanceof SshTransport ssh) {
            var watch = new WireWatch(patience, progress, work);
            ssh.setSshSessionFactory(new WatchedSsh(ssh.getSshSessionFactory(), watch));
        }
        if (uri.getHost() == null) {
            // To a disk, copying is faster than looking for what could be left out.
            var packing = new PackConfig(jgit);
            packing.setDeltaCompress(false);
            transport.setPackConfig(packing);
        }
        return transport;
    }

    /// For a clone: where the remote's head points, by the name of its branch.
    Optional<String> headBranch(String remote) {
        URIish uri = uri(remote);
        return TransportFaults.call(uri, Progress.NONE, () -> {
            try (Transport transport = open(uri, Progress.NONE); FetchConnection connection = transport.openFetch()) {
                Ref head = connection.getRef(Constants.HEAD);
                if (head == null) {
                    return Optional.empty();
                }
                if (head.isSymbolic()) {
                    return Optional.of(head.getTarget().getName());
                }
                var candidates = new ArrayList<String>(List.of("refs/heads/main", "refs/heads/master"));
                connection.getRefs().forEach(ref -> candidates.add(ref.getName()));
                return candidates.stream().filter(name -> name.startsWith(Constants.R_HEADS))
                        .filter(name -> connection.getRef(name) != null
                                && head.getObjectId().equals(connection.getRef(name).getObjectId()))
                        .findFirst();
            }
        });
    }
}
