package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/// Writes an index. A file that was written in the same moment as an earlier index is marked there as "look again"; those that
/// are unchanged lose that mark here, so that no later look has to read them.
final class SettledIndex {
    private SettledIndex() {}

    /// @param index locked; it is written but not committed
    static void write(Repository jgit, DirCache index) throws IOException {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            if (index.getEntry(i).isSmudged()) {
                open.add(index.getEntry(i).getPathString());
            }
        }
        WorkScan.run(jgit, index, null, open, at -> {
            DirCacheIterator tracked = at.index();
            FileTreeIterator file = at.file();
            if (tracked == null || file == null || file.getEntryFileMode() == FileMode.TREE) {
                return;
            }
            DirCacheEntry entry = Objects.requireNonNull(tracked.getDirCacheEntry());
            if (entry.isSmudged() && entry.getStage() == 0 && !WorkTree.isEdited(at)) {
                entry.setLength(file.getEntryLength());
                entry.setLastModified(file.getEntryLastModifiedInstant());
            }
        });
        index.write();
    }
}
