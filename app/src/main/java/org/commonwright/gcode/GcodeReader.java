package org.commonwright.gcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Reads G-code as a stream: the file itself is never held, only its [Toolpath]. While one batch of lines is run the next is
/// split into words on another core.
public final class GcodeReader {
    /// Below this many bytes a second thread is not worth its start.
    private static final int SMALL = 1 << 18;

    private GcodeReader() {}

    /// Reads a file; the dialect is told by its beginning.
    ///
    /// @throws Fault `files.not-read` when it cannot be read, `gcode.not-gcode` when it is no text at all
    public static GcodeFile read(Path file, Progress progress) {
        try (InputStream in = PlainFiles.open(file)) {
            return read(in, Files.size(file), String.valueOf(file.getFileName()), null, progress);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new Fault(e, "files.not-read", file, String.valueOf(e.getCause().getMessage()));
        }
    }

    /// Reads bytes; the dialect is told by their beginning.
    ///
    /// @param name the file's name, for its problems
    public static GcodeFile read(byte[] bytes, String name, Progress progress) {
        return read(bytes, name, null, progress);
    }

    /// Reads bytes that are for a certain firmware.
    ///
    /// @param dialect null to tell it by the beginning
    public static GcodeFile read(byte[] bytes, String name, @Nullable Dialect dialect, Progress progress) {
        return read(new ByteArrayInputStream(bytes), bytes.length, name, dialect, progress);
    }

    private static GcodeFile read(InputStream in, long size, String name, @Nullable Dialect known,
            Progress progress) {
        var source = new LineSource(in, size, name);
        Dialect guessed = source.guess();
        var collector = new Collector(known != null ? known : guessed, name,
                (int) Math.min(size / 24 + 64, 1 << 26));
        BlockBatch now = source.fill(new BlockBatch());
        BlockBatch free = size < SMALL ? now : new BlockBatch();
        while (now.count > 0) {
            if (free == now) {
                collector.run(now);
                source.fill(now);
            } else {
                BlockBatch next = free;
                CompletableFuture<BlockBatch> filling = CompletableFuture.supplyAsync(() -> source.fill(next));
                collector.run(now);
                free = now;
                now = join(filling);
            }
            progress.check();
            progress.update(size == 0 ? 1 : Math.min(1, (double) source.taken() / size));
        }
        return collector.build(source.taken());
    }

    private static BlockBatch join(CompletableFuture<BlockBatch> filling) {
        try {
            return filling.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case Fault fault -> throw fault;
                case UncheckedIOException io -> throw io;
                case null, default -> throw e;
            }
        }
    }
}
