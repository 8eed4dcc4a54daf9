package org.commonwright.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.model.CommitId;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// A remote that is a folder of this machine, spoken to without Git's protocol: a shared disk, a stick. A ref is moved under
/// its lock file, as `git` itself does, so both may push at once.
final class FolderRemote implements AutoCloseable {
    private static final List<String> SHARED = List.of(Constants.R_HEADS, Constants.R_REMOTES,
            "refs/commonwright/log/");

    private final GuardedRepository ours;
    private final GuardedRepository theirs;

    private FolderRemote(GuardedRepository ours, GuardedRepository theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /// @return null when `uri` is not a folder with a repository
    static @Nullable FolderRemote open(GuardedRepository ours, URIish uri) {
        GuardedRepository theirs = repository(ours, uri);
        return theirs == null ? null : new FolderRemote(ours, theirs);
    }

    /// The repository in the folder that `uri` names; null when it is not a folder with one.
    static @Nullable GuardedRepository repository(GuardedRepository ours, URIish uri) {
        boolean local = uri.getHost() == null && (uri.getScheme() == null || uri.getScheme().equals("file"));
        File folder = local ? RepositoryCache.FileKey.resolve(new File(uri.getPath()), ours.getFS()) : null;
        if (folder == null || new File(uri.getPath()).isFile()) {
            return null;
        }
        Path root = folder.getName().equals(Constants.DOT_GIT) ? folder.toPath().getParent() : folder.toPath();
        GuardedRepository theirs = RepositoryFiles.open(root == null ? folder.toPath() : root);
        if (ours.isRelaxed()) {
            theirs.relax();
        }
        return theirs;
    }

    Map<String, CommitId> refs(String prefix) throws IOException {
        var found = new TreeMap<String, CommitId>();
        for (Ref ref : theirs.getRefDatabase().getRefsByPrefix(prefix)) {
            if (ref.getObjectId() != null) {
                found.put(ref.getName(), Ids.commit(ref.getObjectId()));
            }
        }
        return found;
    }

    /// @return null when there is so much to copy that Git's own transport is the better way
    @Nullable
    List<PushOutcome> push(List<PushUpdate> updates) throws IOException {
        var wanted = new LinkedHashMap<String, @Nullable PushOutcome>();
        var commits = new ArrayList<ObjectId>();
        var haves = new ArrayList<ObjectId>(tips(theirs));
        for (PushUpdate update : updates) {
            PushOutcome outcome = before(update);
            wanted.put(update.remoteRef(), outcome);
            if (outcome == null) {
                commits.add(Ids.object(update.commit()));
                update.expected().map(Ids::object).ifPresent(haves::add);
            }
        }
        if (!commits.isEmpty() && (isEmpty(theirs) || !new ObjectCopy(ours, theirs).copy(commits, haves))) {
            return null;
        }
        var refs = new RefStore(theirs, theirs.getDirectory().toPath());
        var outcomes = new ArrayList<PushOutcome>();
        for (PushUpdate update : updates) {
            PushOutcome outcome = wanted.get(update.remoteRef());
            if (outcome == null) {
                outcome = refs.update(update.remoteRef(), update.expected(), update.commit())
                        ? new PushOutcome(update.remoteRef(), PushOutcome.Result.OK, "")
                        : new PushOutcome(update.remoteRef(), lost(refs.get(update.remoteRef()), update), "");
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /// What can be said without trying; null when it is worth a try.
    private @Nullable PushOutcome before(PushUpdate update) throws IOException {
        String name = update.remoteRef();
        Ref ref = theirs.exactRef(name);
        Optional<CommitId> now = ref == null || ref.getObjectId() == null
                ? Optional.empty()
                : Optional.of(Ids.commit(ref.getObjectId()));
        if (now.equals(Optional.of(update.commit())) || !now.equals(update.expected())) {
            return new PushOutcome(name, lost(now, update), "");
        }
        if (now.isPresent() && !update.replaces() && !follows(now.get(), update.commit())) {
            return new PushOutcome(name, PushOutcome.Result.REJECTED, "not a fast-forward");
        }
        Ref head = theirs.exactRef(Constants.HEAD);
        boolean checkedOut = !theirs.isBare() && head != null && head.isSymbolic()
                && head.getTarget().getName().equals(name);
        return checkedOut ? new PushOutcome(name, PushOutcome.Result.REJECTED, "branch is checked out there") : null;
    }

    private static PushOutcome.Result lost(Optional<CommitId> now, PushUpdate update) {
        return now.equals(Optional.of(update.commit()))
                ? PushOutcome.Result.ALREADY_THERE
                : PushOutcome.Result.LOST_RACE;
    }

    private boolean follows(CommitId before, CommitId after) throws IOException {
        if (!ours.getObjectDatabase().has(Ids.object(before))) {
            return false;
        }
        try (var walk = new RevWalk(ours)) {
            return walk.isMergedInto(walk.parseCommit(Ids.object(before)), walk.parseCommit(Ids.object(after)));
        }
    }

    /// @return null when Git's own transport is the better way, or has to say what is wrong
    @Nullable
    List<FetchedRef> fetch(List<RefSpec> specs) throws IOException {
        var targets = new LinkedHashMap<String, Ref>();
        var forced = new LinkedHashMap<String, Boolean>();
        for (RefSpec spec : specs) {
            int before = targets.size();
            for (Ref ref : theirs.getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
                RefSpec match = spec.matchSource(ref) ? spec.isWildcard() ? spec.expandFromSource(ref) : spec : null;
                if (match != null && match.getDestination() != null && ref.getObjectId() != null) {
                    targets.put(match.getDestination(), ref);
                    forced.put(match.getDestination(), spec.isForceUpdate());
                }
            }
            if (!spec.isWildcard() && targets.size() == before) {
                return null;
            }
        }
        var wants = new ArrayList<ObjectId>();
        var haves = new ArrayList<ObjectId>(tips(ours));
        for (var target : targets.entrySet()) {
            Ref mine = ours.exactRef(target.getKey());
            if (mine != null && mine.getObjectId() != null) {
                haves.add(mine.getObjectId());
            }
            wants.add(target.getValue().getObjectId());
        }
        wants.removeAll(haves);
        for (ObjectId want : wants) {
            if (!theirs.getObjectDatabase().has(want)) {
                throw new MissingObjectException(want, Constants.TYPE_COMMIT);
            }
        }
        if (!wants.isEmpty() && (isEmpty(ours) || !new ObjectCopy(theirs, ours).copy(wants, haves))) {
            return null;
        }
        var fetched = new ArrayList<FetchedRef>();
        for (var target : targets.entrySet()) {
            update(target.getKey(), target.getValue().getObjectId(), forced.getOrDefault(target.getKey(), false))
                    .ifPresent(fetched::add);
        }
        return fetched;
    }

    private Optional<FetchedRef> update(String name, ObjectId to, boolean force) throws IOException {
        RefUpdate update = ours.updateRef(name);
        Optional<CommitId> before = Optional.ofNullable(update.getOldObjectId()).map(Ids::commit);
        if (before.equals(Optional.of(Ids.commit(to)))) {
            return Optional.empty();
        }
        update.setForceUpdate(force);
        update.setNewObjectId(to);
        update.setRefLogMessage("commonwright: fetch", false);
        boolean moved = switch (update.update()) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            default -> false;
        };
        return Optional.of(new FetchedRef(name, before, Optional.of(Ids.commit(to)), moved));
    }

    /// A first fetch or push is better one pack.
    private static boolean isEmpty(Repository jgit) throws IOException {
        return !jgit.getRefDatabase().hasRefs();
    }

    /// Where the refs are that two repositories of the same design have in common.
    private static List<ObjectId> tips(Repository jgit) throws IOException {
        var tips = new ArrayList<ObjectId>();
        for (Ref ref : jgit.getRefDatabase().getRefsByPrefix(SHARED.toArray(String[]::new))) {
            if (ref.getObjectId() != null) {
                tips.add(ref.getObjectId());
            }
        }
        return tips;
    }

    @Override
    public void close() {
        theirs.close();
    }
}
