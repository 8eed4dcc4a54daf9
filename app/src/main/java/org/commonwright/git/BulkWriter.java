package org.commonwright.git;

import java.nio.file.Path;
import org.commonwright.model.CommitId;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/// Writes many commits at once, all into one pack: for laying out a history or an import, where [CommitWriter] would force
/// every object to disk by itself. Nobody sees them before [#finish]. For one thread.
public final class BulkWriter implements AutoCloseable {
    private final Path folder;
    private final ObjectInserter inserter;
    private final ObjectReader reader;

    BulkWriter(FileRepository jgit, Path folder) {
        this.folder = folder;
        this.inserter = jgit.getObjectDatabase().newPackInserter();
        this.reader = inserter.newReader();
    }

    /// As [CommitWriter#write]; drafts may start from commits that were written here before.
    public CommitId write(CommitDraft draft) {
        return GitIo.call(folder, () -> Ids.commit(DraftObjects.commit(draft, reader, inserter)));
    }

    /// Puts what was written on disk; refs may point to it now. More may be written afterwards.
    public void finish() {
        GitIo.call(folder, () -> {
            inserter.flush();
            return null;
        });
    }

    /// Drops what was not finished.
    @Override
    public void close() {
        reader.close();
        inserter.close();
    }
}
