package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Path;
import org.commonwright.model.CommitId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/// Writes commits straight into the object store; no work tree, no index, no ref is touched. Move a ref with [RefStore].
public final class CommitWriter {
    private final Repository jgit;
    private final Path folder;

    CommitWriter(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
    }

    /// Writes what the draft says; it is on disk, forced, when this returns.
    public CommitId write(CommitDraft draft) {
        return GitIo.call(folder, () -> {
            try (ObjectInserter inserter = jgit.newObjectInserter(); ObjectReader reader = jgit.newObjectReader()) {
                ObjectId commit = DraftObjects.commit(draft, reader, inserter);
                inserter.flush();
                return Ids.commit(commit);
            }
        });
    }

    /// Whether the draft's files are those of `commit`.
    boolean changesNothing(CommitDraft draft, ObjectId commit) throws IOException {
        try (ObjectInserter inserter = jgit.newObjectInserter();
                ObjectReader reader = jgit.newObjectReader();
                var walk = new RevWalk(reader)) {
            ObjectId tree = DraftObjects.tree(draft, reader, inserter);
            inserter.flush();
            return walk.parseCommit(commit).getTree().equals(tree);
        }
    }
}
