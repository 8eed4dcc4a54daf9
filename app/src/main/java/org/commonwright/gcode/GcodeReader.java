package org.commonwright.gcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Reads G-code as a stream: the file itself is never held, only its [Toolpath].
public final class GcodeReader {
    private static final int CHUNK = 1 << 20;
    /// A line longer than this is no G-code.
    private static final int LONGEST_LINE = 1 << 20;

    private final Progress progress;
    private final long size;
    private final InputStream in;
    private final String name;
    private byte[] buffer;
    private int filled;
    private long taken;

    private GcodeReader(InputStream in, long size, String name, Progress progress) {
        this.in = in;
        this.size = size;
        this.name = name;
        this.progress = progress;
        buffer = new byte[(int) Math.min(Math.max(size, 64), CHUNK) + 1];
    }

    /// Reads a file; the dialect is told by its beginning.
    ///
    /// @throws Fault `files.not-read` when it cannot be read, `gcode.not-gcode` when it is no text at all
    public static GcodeFile read(Path file, Progress progress) {
        try (InputStream in = Files.newInputStream(file)) {
            String name = String.valueOf(file.getFileName());
            return new GcodeReader(in, Files.size(file), name, progress).read(null);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, String.valueOf(e.getMessage()));
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
            return new GcodeReader(in, bytes.length, name, progress).read(dialect);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", name, String.valueOf(e.getMessage()));
        }
    }

    private GcodeFile read(@Nullable Dialect known) throws IOException {
        fill();
        Dialect dialect = known != null ? known : DialectGuess.of(buffer, filled);
        var collector = new Collector(dialect, name, (int) Math.min(size / 24 + 64, 1 << 26));
        int from = 0;
        boolean more = true;
        while (more) {
            int parsed = collector.lines(buffer, from, filled);
            System.arraycopy(buffer, parsed, buffer, 0, filled - parsed);
            filled -= parsed;
            if (filled > LONGEST_LINE) {
                throw new Fault("gcode.not-gcode", name, collector.lines() + 1);
            }
            more = fill();
            progress.check();
            progress.update(size == 0 ? 1 : Math.min(1, (double) taken / size));
        }
        if (filled > 0) {
            collector.last(buffer, filled);
        }
        return collector.build(taken);
    }

    /// Fills the buffer up behind what is still in it; false at the end of the input.
    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int before = filled;
        int n;
        while (filled < buffer.length && (n = in.read(buffer, filled, buffer.length - filled)) > 0) {
            filled += n;
        }
        taken += filled - before;
        return filled > before;
    }
}
