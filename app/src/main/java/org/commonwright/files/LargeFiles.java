package org.commonwright.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;

/// Where the contents of large files are that Git keeps beside its own objects (Git LFS), as far as they are on this machine.
@FunctionalInterface
public interface LargeFiles {
    /// None of them is here.
    LargeFiles NONE = _ -> Optional.empty();

    /// The file with the content, whose size is right; empty when it is not here, which is a normal state.
    Optional<Path> find(LfsPointer pointer);

    /// What a file holds: the content that a pointer stands for, and bytes that are no pointer as they are.
    ///
    /// @param where the file that a fault names
    /// @param bytes as they are in Git, or on disk
    /// @throws Fault `files.kept-elsewhere` when the content is not here, `files.too-large` above `limit`,
    ///         `files.large-damaged` when what is here is something else
    default byte[] content(Object where, byte[] bytes, long limit) {
        Optional<LfsPointer> pointer = LfsPointer.of(bytes);
        return pointer.isPresent() ? content(where, pointer.get(), limit) : bytes;
    }

    /// As above, of a pointer.
    default byte[] content(Object where, LfsPointer pointer, long limit) {
        Path file = find(pointer).orElseThrow(() -> away(where, pointer));
        if (pointer.size() > limit) {
            throw new Fault("files.too-large", where, pointer.size(), limit);
        }
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
        if (!ContentId.of(content).equals(pointer.oid())) {
            throw new Fault("files.large-damaged", where, pointer.oid().abbreviated());
        }
        return content;
    }

    /// That a file's content is not on this machine.
    static Fault away(Object where, LfsPointer pointer) {
        return new Fault("files.kept-elsewhere", where, new Messages.Bytes(pointer.size()),
                pointer.oid().abbreviated());
    }
}
