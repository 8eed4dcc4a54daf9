package org.commonwright.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Files that a person names. A device, a pipe or a folder is refused before it is opened: reading one could wait or go on for
/// ever.
public final class PlainFiles {
    /// The part of the program's memory that one file's bytes may take.
    private static final double SHARE = 0.6;

    private PlainFiles() {}

    /// All bytes of a file.
    ///
    /// @param limit the most bytes that are read
    /// @throws Fault `files.not-plain`, `files.too-large` or `files.not-read`; `files.kept-elsewhere` for a pointer of Git LFS,
    ///         which is never what a person means by the file
    public static byte[] read(Path file, long limit) {
        try {
            long size = size(file);
            if (size > limit) {
                throw new Fault("files.too-large", file, size, limit);
            }
            checkRoom(file, size);
            return LargeFiles.NONE.content(file, Files.readAllBytes(file), limit);
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    /// All bytes of a file that need not be there; null when it is not.
    ///
    /// @throws Fault as [#read]
    public static byte @Nullable [] readIfThere(Path file, long limit) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file, limit) : null;
    }

    /// A file's bytes as a stream, which the caller closes.
    ///
    /// @throws Fault `files.not-plain`, `files.not-read` or `files.kept-elsewhere`
    public static InputStream open(Path file) {
        try {
            if (LfsPointer.canBe(size(file))) {
                LargeFiles.NONE.content(file, Files.readAllBytes(file), LfsPointer.TOO_LONG);
            }
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    /// Refuses what the program's memory could not hold.
    ///
    /// @throws Fault `files.no-room`
    static void checkRoom(Object file, long size) {
        long most = Runtime.getRuntime().maxMemory();
        if (size > SHARE * most) {
            throw new Fault("files.no-room", file, new Messages.Bytes(size), new Messages.Bytes(most));
        }
    }

    private static long size(Path file) throws IOException {
        long size = Files.size(file);
        if (!Files.isRegularFile(file)) {
            throw new Fault("files.not-plain", file);
        }
        return size;
    }

    private static Fault notRead(Path file, IOException e) {
        return new Fault(e, "files.not-read", file, Reason.of(e));
    }
}
