package org.commonwright.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// Replaces files whole or not at all: a temporary file beside the target, written and forced to disk, then moved over it.
/// A full disk or a crash leaves the old file as it was.
public final class AtomicFiles {
    private AtomicFiles() {}

    /// A file that was there keeps its permissions; a new one gets those that the person's files usually have.
    ///
    /// @throws Fault `files.not-written` when the bytes could not be written; the old file is untouched
    public static void replace(Path target, byte[] bytes) {
        replace(target, bytes, false);
    }

    /// As [#replace(Path, byte[])], but only its owner may read or write the file, from the first moment on.
    public static void replaceSecret(Path target, byte[] bytes) {
        replace(target, bytes, true);
    }

    private static void replace(Path target, byte[] bytes, boolean secret) {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = secret
                    ? Files.createTempFile(folder, "." + target.getFileName(), ".tmp")
                    : Files.createFile(folder.resolve("." + target.getFileName() + "." + someName() + ".tmp"));
            if (!secret) {
                keepPermissions(target, temporary);
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(temporary, target);
        } catch (IOException e) {
            discard(temporary, e);
            throw new Fault(e, "files.not-written", target, Reason.of(e));
        }
    }

    private static String someName() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && Files.getFileStore(to).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    public static void replace(Path target, String text) {
        replace(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Takes a file away; one that is not there is no fault.
    ///
    /// @throws Fault `files.not-written`
    public static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", target, Reason.of(e));
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@Nullable Path temporary, IOException cause) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
