package org.commonwright.git;

import org.commonwright.error.Fault;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/// Reads many blobs in a row. What a pack stores as a difference is put together from versions that were read shortly before, so
/// that reading the versions of a file costs a small part of reading each alone. For one thread; close it.
public final class BlobReader implements AutoCloseable {
    private final ObjectReader reader;

    BlobReader(Repository jgit) {
        this.reader = jgit.newObjectReader();
    }

    /// As [GitRepository#blob].
    ///
    /// @throws Fault `files.too-large` above `limit`, `git.missing-object`
    public byte[] read(String id, long limit) {
        return Blobs.read(reader, ObjectId.fromString(id), id, limit);
    }

    /// How many bytes a blob has, without reading them.
    ///
    /// @throws Fault `git.missing-object`
    public long size(String id) {
        return Blobs.size(reader, ObjectId.fromString(id), id);
    }

    @Override
    public void close() {
        reader.close();
    }
}
