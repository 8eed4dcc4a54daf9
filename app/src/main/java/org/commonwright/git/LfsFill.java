package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/// Puts contents that are here now in the place of their pointers in the work tree. A file that a person touched stays as it is.
final class LfsFill {
    private final Repository jgit;
    private final Path folder;
    private final LfsStore store;

    LfsFill(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
        this.store = new LfsStore(jgit.getCommonDirectory().toPath());
    }

    /// @return how many files were written
    int run(Collection<RepoPath> paths) throws IOException {
        if (paths.isEmpty()) {
            return 0;
        }
        DirCache index = jgit.lockDirCache();
        try (ObjectReader reader = jgit.newObjectReader()) {
            List<Checkout.Change> changes = new ArrayList<>();
            Set<String> large = new HashSet<>();
            WorkScan.run(jgit, index, null, paths.stream().map(RepoPath::text).toList(), at -> {
                if (RepoPath.isSafe(at.path()) && isUntouchedPointer(at, reader)) {
                    DirCacheEntry entry = Objects.requireNonNull(at.index()).getDirCacheEntry();
                    Version version = Modes.version(entry.getFileMode(), entry.getObjectId());
                    changes.add(new Checkout.Change(at.path(), version, version));
                    large.add(at.path());
                }
            });
            if (!changes.isEmpty()) {
                new CheckoutWriter(jgit, folder, large).write(changes, index);
                if (!index.commit()) {
                    throw new Fault("git.locked", folder, "index.lock");
                }
            }
            return changes.size();
        } finally {
            index.unlock();
        }
    }

    private boolean isUntouchedPointer(WorkScan at, ObjectReader reader) throws IOException {
        DirCacheIterator index = at.index();
        FileTreeIterator file = at.file();
        if (index == null || file == null || index.getDirCacheEntry().getStage() != 0
                || index.getEntryFileMode() == FileMode.SYMLINK || index.getEntryFileMode() == FileMode.GITLINK
                || file.getEntryFileMode() == FileMode.SYMLINK || file.getEntryFileMode() == FileMode.TREE
                || !LfsPointer.canBe(file.getEntryLength()) || !at.isLarge()
                || !at.rawId().equals(index.getEntryObjectId())) {
            return false;
        }
        Optional<LfsPointer> pointer = LfsScan.pointer(reader, index.getEntryObjectId());
        return pointer.isPresent() && store.find(pointer.get()).isPresent();
    }
}
