package org.commonwright.git;

import java.io.IOException;
import org.commonwright.error.Fault;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/// Reads file contents out of the object store.
final class Blobs {
    private Blobs() {}

    /// @param where the path or id that a fault names
    static byte[] read(Repository jgit, AnyObjectId id, Object where, long limit) {
        try (ObjectReader reader = jgit.newObjectReader()) {
            return read(reader, id, where, limit);
        }
    }

    static byte[] read(ObjectReader reader, AnyObjectId id, Object where, long limit) {
        try {
            ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
            if (loader.getSize() > limit) {
                throw new Fault("files.too-large", where, loader.getSize(), limit);
            }
            return loader.getBytes(Integer.MAX_VALUE);
        } catch (MissingObjectException e) {
            throw new Fault(e, "git.missing-object", id.name(), where);
        } catch (IOException e) {
            throw GitIo.fault(where, e);
        }
    }
}
