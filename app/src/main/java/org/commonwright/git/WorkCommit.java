package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.commonwright.error.Fault;
import org.commonwright.files.Inside;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/// One commit of some files of the work tree.
final class WorkCommit {
    private static final int CRLF_SAMPLE = 1 << 20;

    private final Repository jgit;
    private final Path folder;
    private final Map<String, DirCacheEntry> found = new HashMap<>();

    WorkCommit(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
    }

    CommitId run(String message, Person author, Instant when, Collection<RepoPath> paths, Optional<Signer> signer) {
        return GitIo.call(folder, () -> {
            RepositoryState state = jgit.getRepositoryState();
            if (state != RepositoryState.SAFE) {
                throw new Fault("git.in-progress", folder, state.getDescription());
            }
            for (RepoPath path : paths) {
                Inside.resolve(folder, path.parent().text());
            }
            DirCache index = jgit.lockDirCache();
            try {
                return commit(index, new CommitDraft(author, when, message), new TreeSet<>(paths), signer);
            } finally {
                index.unlock();
            }
        });
    }

    private CommitId commit(DirCache index, CommitDraft draft, TreeSet<RepoPath> paths, Optional<Signer> signer)
            throws IOException {
        store(index, paths);
        DirCacheEditor editor = index.editor();
        for (RepoPath path : paths) {
            DirCacheEntry entry = found.get(path.text());
            if (entry == null) {
                draft.delete(path);
                editor.add(new DirCacheEditor.DeletePath(path.text()));
            } else {
                draft.edit(path, new TreeEdit.Use(Modes.version(entry.getFileMode(), entry.getObjectId())));
                editor.add(new Replace(entry));
            }
        }
        editor.finish();
        Optional<ObjectId> head = Optional.ofNullable(jgit.resolve(Constants.HEAD + "^{commit}"));
        head.map(Ids::commit).ifPresent(draft::on);
        signer.ifPresent(draft::signedBy);
        var writer = new CommitWriter(jgit, folder);
        if (head.isPresent() && writer.changesNothing(draft, head.get())) {
            throw new Fault("git.nothing-to-commit", folder);
        }
        CommitId commit = writer.write(draft);
        SettledIndex.write(jgit, index);
        if (!moveHead(jgit, head, Ids.object(commit), "commit: " + draft.message().lines().findFirst().orElse(""))) {
            throw new Fault("git.moved", folder);
        }
        if (!index.commit()) {
            throw new Fault("git.locked", folder, "index.lock");
        }
        return commit;
    }

    private void store(DirCache index, Collection<RepoPath> paths) throws IOException {
        try (ObjectInserter inserter = jgit.newObjectInserter()) {
            WorkScan.run(jgit, index, null, paths.stream().map(RepoPath::text).toList(), at -> {
                FileTreeIterator file = at.file();
                if (file == null || !RepoPath.isSafe(at.path()) || !paths.contains(new RepoPath(at.path()))
                        || file.getEntryFileMode() == FileMode.TREE) {
                    return;
                }
                boolean large = at.isLarge();
                if (at.filter() != null && !large) {
                    throw new Fault("git.filtered-path", at.path(), String.valueOf(at.filter()));
                }
                DirCacheIterator tracked = at.index();
                var entry = new DirCacheEntry(at.path());
                FileMode mode = tracked == null ? file.getEntryFileMode() : file.getIndexFileMode(tracked);
                entry.setFileMode(mode);
                entry.setLength(file.getEntryLength());
                entry.setLastModified(file.getEntryLastModifiedInstant());
                entry.setObjectId(mode == FileMode.GITLINK
                        ? file.getEntryObjectId()
                        : large
                                ? at.storeLarge(inserter, new LfsStore(jgit.getCommonDirectory().toPath()))
                                : at.store(inserter, tracked != null && hasCrLf(tracked)));
                found.put(at.path(), entry);
            });
            inserter.flush();
        }
    }

    /// A file that is stored with CR LF keeps it, as Git does with `text=auto`.
    private boolean hasCrLf(DirCacheIterator tracked) throws IOException {
        if (tracked.getEntryFileMode() != FileMode.REGULAR_FILE
                && tracked.getEntryFileMode() != FileMode.EXECUTABLE_FILE) {
            return false;
        }
        try (var in = jgit.open(tracked.getEntryObjectId(), Constants.OBJ_BLOB).openStream()) {
            byte[] sample = in.readNBytes(CRLF_SAMPLE);
            for (int i = 1; i < sample.length; i++) {
                if (sample[i] == '\n' && sample[i - 1] == '\r') {
                    return true;
                }
            }
            return false;
        }
    }

    /// Moves the branch that is checked out (or a detached head).
    ///
    /// @return whether it still was at `from`
    static boolean moveHead(Repository jgit, Optional<ObjectId> from, ObjectId to, String log) throws IOException {
        RefUpdate update = jgit.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(from.orElse(ObjectId.zeroId()));
        update.setNewObjectId(to);
        update.setForceUpdate(true);
        update.setRefLogMessage(log, false);
        return switch (update.update()) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            default -> false;
        };
    }

    private static final class Replace extends DirCacheEditor.PathEdit {
        private final DirCacheEntry with;

        Replace(DirCacheEntry with) {
            super(with.getPathString());
            this.with = with;
        }

        @Override
        public void apply(DirCacheEntry entry) {
            entry.copyMetaData(with);
        }
    }
}
