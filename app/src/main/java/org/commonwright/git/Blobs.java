package org.commonwright.git;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.files.LargeFiles;
import org.commonwright.files.LfsPointer;
import org.commonwright.model.ContentId;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.ObjectStream;
import org.eclipse.jgit.lib.Repository;

/// Reads file contents out of the object store.
final class Blobs {
    private static final int CHUNK = 1 << 16;

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

    static long size(Repository jgit, AnyObjectId id, Object where) {
        try (ObjectReader reader = jgit.newObjectReader()) {
            return size(reader, id, where);
        }
    }

    static long size(ObjectReader reader, AnyObjectId id, Object where) {
        try {
            return reader.getObjectSize(id, Constants.OBJ_BLOB);
        } catch (MissingObjectException e) {
            throw new Fault(e, "git.missing-object", id.name(), where);
        } catch (IOException e) {
            throw GitIo.fault(where, e);
        }
    }

    static StoredContent stored(Repository jgit, AnyObjectId id, Object where, LargeFiles large) {
        try (ObjectReader reader = jgit.newObjectReader()) {
            Optional<LfsPointer> pointer = LfsScan.pointer(reader, id);
            if (pointer.isPresent()) {
                LfsPointer to = pointer.get();
                return new StoredContent(to.size(), to.oid(), true, large.find(to).isPresent());
            }
            ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
            MessageDigest digest = ContentId.hasher();
            byte[] chunk = new byte[CHUNK];
            try (ObjectStream in = loader.openStream()) {
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    digest.update(chunk, 0, n);
                }
            }
            return new StoredContent(loader.getSize(), ContentId.of(digest), false, true);
        } catch (MissingObjectException e) {
            throw new Fault(e, "git.missing-object", id.name(), where);
        } catch (IOException e) {
            throw GitIo.fault(where, e);
        }
    }
}
