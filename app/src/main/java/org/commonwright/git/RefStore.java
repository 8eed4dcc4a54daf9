package org.commonwright.git;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// Branches, tags and our own refs: read them, and move them by compare-and-set.
public final class RefStore {
    private static final int TRIES = 20;
    private static final long PAUSE_MS = 10;

    private final Repository jgit;
    private final Path folder;

    RefStore(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
    }

    /// The refs whose full names begin with `prefix` (such as `refs/heads/`), with the commits they point to, sorted.
    /// Tags are followed to their commits; refs to anything else are left out.
    public Map<String, CommitId> list(String prefix) {
        return GitIo.call(folder, () -> {
            var found = new TreeMap<String, CommitId>();
            for (Ref ref : jgit.getRefDatabase().getRefsByPrefix(prefix)) {
                ObjectId id = followed(ref);
                if (id != null) {
                    found.put(ref.getName(), Ids.commit(id));
                }
            }
            return found;
        });
    }

    /// A ref to an object that is not here, or is damaged, stays in the list: one of them must not hide the others.
    private @Nullable ObjectId followed(Ref ref) throws IOException {
        try {
            ObjectId peeled = jgit.getRefDatabase().peel(ref).getPeeledObjectId();
            return peeled == null ? ref.getObjectId() : peeled;
        } catch (MissingObjectException | CorruptObjectException | EOFException | InvalidObjectIdException _) {
            return ref.getObjectId();
        }
    }

    /// Short names of local branches.
    public Map<String, CommitId> branches() {
        var branches = new TreeMap<String, CommitId>();
        list(Constants.R_HEADS).forEach((name, id) -> branches.put(Repository.shortenRefName(name), id));
        return branches;
    }

    /// Where a ref points, by its full name.
    public Optional<CommitId> get(String ref) {
        return GitIo.call(folder, () -> {
            Ref found = jgit.exactRef(ref);
            return found == null || found.getObjectId() == null
                    ? Optional.empty()
                    : Optional.of(Ids.commit(found.getObjectId()));
        });
    }

    /// Moves a ref if it still is where the caller saw it: of many that try with the same `expected`, one gets `true`.
    ///
    /// @param ref its full name
    /// @param expected where it must point now; empty when it must not exist
    /// @throws Fault `git.bad-ref`, or `git.locked` when another program keeps it locked
    public boolean update(String ref, Optional<CommitId> expected, CommitId target) {
        return change(ref, expected, Optional.of(target));
    }

    /// Removes a ref if it still points to `expected`.
    public boolean delete(String ref, CommitId expected) {
        return change(ref, Optional.of(expected), Optional.empty());
    }

    /// Makes sure that refs can be removed again, before some are written that stand for a moment only.
    ///
    /// @throws Fault `git.locked` while another program keeps `packed-refs` locked
    public void mayDelete() {
        Path lock = jgit.getCommonDirectory().toPath().resolve(Constants.PACKED_REFS + ".lock");
        for (int i = 0; Files.exists(lock); i++) {
            if (i == TRIES) {
                throw new Fault("git.locked", folder, lock);
            }
            pause();
        }
    }

    /// A new branch.
    ///
    /// @throws Fault `git.branch-exists`, `git.bad-ref`
    public void createBranch(String branch, CommitId at) {
        if (!update(Constants.R_HEADS + branch, Optional.empty(), at)) {
            throw new Fault("git.branch-exists", branch, folder);
        }
    }

    private boolean change(String ref, Optional<CommitId> expected, Optional<CommitId> target) {
        if (!Repository.isValidRefName(ref)) {
            throw new Fault("git.bad-ref", ref);
        }
        return GitIo.call(folder, () -> {
            for (int i = 0; i < TRIES; i++) {
                RefUpdate.Result result = attempt(ref, expected, target);
                switch (result) {
                    case NEW, FORCED, FAST_FORWARD, NO_CHANGE, RENAMED -> {
                        return true;
                    }
                    case LOCK_FAILURE, REJECTED, REJECTED_CURRENT_BRANCH -> {
                        if (!get(ref).equals(expected)) {
                            return false;
                        }
                    }
                    default -> throw new IOException(ref + ": " + result);
                }
                // Somebody holds the lock and has not moved it yet.
                pause();
            }
            throw new Fault("git.locked", folder, ref + ".lock");
        });
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextLong(PAUSE_MS)));
    }

    private RefUpdate.Result attempt(String ref, Optional<CommitId> expected, Optional<CommitId> target)
            throws IOException {
        RefUpdate update = jgit.updateRef(ref, true);
        update.setExpectedOldObjectId(expected.map(Ids::object).orElse(ObjectId.zeroId()));
        update.setForceUpdate(true);
        update.setRefLogMessage("commonwright", false);
        if (target.isEmpty()) {
            return update.delete();
        }
        update.setNewObjectId(Ids.object(target.get()));
        return update.update();
    }
}
