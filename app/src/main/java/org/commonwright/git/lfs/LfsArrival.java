package org.commonwright.git.lfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
import org.jspecify.annotations.Nullable;

/// A content on its way into a store: written aside, counted and hashed as it comes, and moved in whole or not at all.
final class LfsArrival implements AutoCloseable {
    private final LfsStore store;
    private final @Nullable LfsPointer expected;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = ContentId.hasher();
    private long size;

    /// @param expected null when its pointer is what is to be found out
    LfsArrival(LfsStore store, @Nullable LfsPointer expected) throws IOException {
        this.store = store;
        this.expected = expected;
        if (expected != null) {
            store.checkRoom(expected.size());
        }
        this.file = store.temporary();
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /// @throws Fault `git.lfs-wrong-size` as soon as there is more than the pointer says
    void take(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        if (expected != null && size > expected.size()) {
            throw wrongSize(expected);
        }
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// @throws Fault `git.lfs-wrong-size`, `git.lfs-wrong-content`; the store is as it was then
    LfsPointer finish() throws IOException {
        var pointer = new LfsPointer(ContentId.of(digest), size);
        if (expected != null && size != expected.size()) {
            throw wrongSize(expected);
        }
        if (expected != null && !pointer.equals(expected)) {
            throw new Fault("git.lfs-wrong-content", expected.oid().abbreviated());
        }
        if (store.find(pointer).isEmpty()) {
            channel.force(true);
            channel.close();
            store.moveIn(file, pointer);
        }
        return pointer;
    }

    private Fault wrongSize(LfsPointer pointer) {
        return new Fault("git.lfs-wrong-size", pointer.oid().abbreviated(), new Messages.Bytes(pointer.size()),
                new Messages.Bytes(size));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
