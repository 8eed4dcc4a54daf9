package org.commonwright.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
import org.jspecify.annotations.Nullable;

/// Replaces files whole or not at all: a temporary file beside the target, written and forced to disk, then moved over it.
/// A full disk or a crash leaves the old file as it was; what a crash leaves beside it is swept by a later write.
public final class AtomicFiles {
    private AtomicFiles() {}

    /// What a file is for.
    private enum Care {
        USUAL, SECRET, CACHE
    }

    /// A file that was there keeps its permissions; a new one gets those that the person's files usually have.
    ///
    /// @throws Fault `files.not-written` when the bytes could not be written; the old file is untouched
    public static void replace(Path target, byte[] bytes) {
        replace(target, bytes, Care.USUAL, () -> {});
    }

    public static void replace(Path target, String text) {
        replace(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /// As [#replace(Path, byte[])], but only its owner may read or write the file, from the first moment on.
    public static void replaceSecret(Path target, byte[] bytes) {
        replace(target, bytes, Care.SECRET, () -> {});
    }

    /// As [#replace(Path, byte[])], for what can be made anew at any time: nobody waits until the disk has it. After a crash of the
    /// whole machine such a file may be empty or cut short; whoever reads it must notice (a checksum) and do without.
    public static void replaceCache(Path target, byte[] bytes) {
        replace(target, bytes, Care.CACHE, () -> {});
    }

    /// Writes what was made of a file that was read: only when it is still as it was then. The one way for files that people and
    /// other programs may be writing too. Whether it is, is looked at last of all, when the new bytes are on disk beside it.
    ///
    /// @param before what was read; null when there was no such file
    /// @param after what it is to be; null to take it away
    /// @throws Fault `files.changed-since` when somebody changed it meanwhile, `files.is-link` for a link, which is neither
    ///         followed nor replaced, `files.not-written`; the file is as it was
    public static void change(Path target, byte @Nullable [] before, byte @Nullable [] after) {
        expect(target, before);
        if (after != null) {
            replace(target, after, Care.USUAL, () -> expect(target, before));
        } else if (before != null) {
            delete(target);
        }
    }

    /// @throws Fault `files.changed-since` when a file is not as it was read, `files.is-link`, `files.not-read`
    public static void expect(Path target, byte @Nullable [] before) {
        if (Files.isSymbolicLink(target)) {
            throw new Fault("files.is-link", target);
        }
        if (!isAs(target, before)) {
            throw new Fault("files.changed-since", target);
        }
    }

    /// Whether a file is as it was read: the same bytes, or the pointer that stands for them (Git LFS).
    ///
    /// @param before null when there was no such file
    /// @throws Fault `files.not-read`
    public static boolean isAs(Path file, byte @Nullable [] before) {
        try {
            if (before == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return before == null && !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            }
            long size = Files.size(file);
            if (size == before.length && Arrays.equals(Files.readAllBytes(file), before)) {
                return true;
            }
            return LfsPointer.canBe(size) && LfsPointer.of(Files.readAllBytes(file))
                    .filter(p -> p.size() == before.length && p.oid().equals(ContentId.of(before))).isPresent();
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
    }

    /// A new empty file beside the one that it is to be moved over. Nobody can have put a link in its place: its name is made
    /// up, and it must not be there yet.
    public static Path temporary(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Leftovers.sweep(folder);
        return Files.createFile(folder.resolve(Leftovers.name(target)));
    }

    private static void replace(Path target, byte[] bytes, Care care, Runnable last) {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = care == Care.SECRET
                    ? Files.createTempFile(folder, Leftovers.name(target), Leftovers.ENDING)
                    : temporary(target);
            if (care != Care.SECRET) {
                keepPermissions(target, temporary);
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (care != Care.CACHE) {
                    channel.force(true);
                }
            }
            last.run();
            move(temporary, target);
        } catch (IOException e) {
            discard(temporary, e);
            // It was to be made: that there is none is no reason.
            throw new Fault(e, "files.not-written", target,
                    e instanceof NoSuchFileException ? Messages.Key.of("files.reason-no-new") : Reason.of(e));
        } catch (Fault refused) {
            discard(temporary, refused);
            throw refused;
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && Files.getFileStore(to).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
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

    private static void discard(@Nullable Path temporary, Exception cause) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
