package org.commonwright.gcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinTask;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Reads G-code as a stream: the file itself is never held, only its [Toolpath]. While one batch of lines is run the next are
/// split into words on other cores.
public final class GcodeReader {
    /// Below this many bytes a second thread is not worth its start.
    private static final int SMALL = 1 << 18;
    /// The part of the program's memory that one file's moves may take.
    private static final double SHARE = 0.7;

    private GcodeReader() {}

    /// Reads a file; the dialect is told by its beginning.
    ///
    /// @throws Fault `files.not-read` when it cannot be read, `gcode.not-gcode` when it is no text at all
    public static GcodeFile read(Path file, Progress progress) {
        try (InputStream in = PlainFiles.open(file)) {
            return read(in, Files.size(file), String.valueOf(file.getFileName()), null, progress);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
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
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return read(in, bytes.length, name, dialect, progress);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", name, Reason.of(e));
        }
    }

    /// Reads a program that is held elsewhere, without copying it.
    ///
    /// @param in   closed here
    /// @param size its bytes
    public static GcodeFile read(InputStream in, long size, String name, Progress progress) {
        return readFor(null, in, size, name, progress);
    }

    /// As above, for a certain firmware.
    ///
    /// @param dialect null to tell it by the beginning
    public static GcodeFile readFor(@Nullable Dialect dialect, InputStream in, long size, String name,
            Progress progress) {
        try (in) {
            return read(in, size, name, dialect, progress);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", name, Reason.of(e));
        }
    }

    private static GcodeFile read(InputStream in, long size, String name, @Nullable Dialect known,
            Progress progress) throws IOException {
        return read(in, size, name, known, (long) (SHARE * Runtime.getRuntime().maxMemory()), progress);
    }

    /// @param memory bytes that the moves may take
    static GcodeFile read(InputStream in, long size, String name, @Nullable Dialect known, long memory,
            Progress progress) throws IOException {
        var source = new LineSource(in, size, name);
        Dialect guessed = source.guess();
        var collector = new Collector(known != null ? known : guessed, name,
                source.expectedLines(size), memory);
        Deque<BlockBatch> free = new ArrayDeque<>();
        boolean small = size < SMALL;
        for (int i = 0; i < (small ? 1 : LineSource.PIECES - 1); i++) {
            free.add(new BlockBatch(Math.clamp(size / 8 + 16, 16, BlockBatch.LINES)));
        }
        Deque<ForkJoinTask<BlockBatch>> reading = new ArrayDeque<>();
        boolean ended = false;
        while (!ended || !reading.isEmpty()) {
            while (!ended && !free.isEmpty()) {
                BlockBatch batch = source.fill(free.remove());
                ended = batch.count == 0;
                if (!ended) {
                    ForkJoinTask<BlockBatch> task = ForkJoinTask.adapt(batch::read);
                    reading.add(small ? task : task.fork());
                }
            }
            if (!reading.isEmpty()) {
                BlockBatch batch = small ? reading.remove().invoke() : oldest(reading);
                collector.run(batch);
                free.add(batch);
            }
            progress.check();
            progress.update(size == 0 ? 1 : Math.min(1, (double) source.taken() / size));
        }
        return collector.build(source.taken());
    }

    /// Waits for the oldest task, and reads the youngest meanwhile when nobody has begun it.
    private static BlockBatch oldest(Deque<ForkJoinTask<BlockBatch>> reading) {
        if (!reading.getFirst().isDone() && reading.getLast().tryUnfork()) {
            reading.getLast().invoke();
        }
        return reading.remove().join();
    }
}
