package org.commonwright.gcode;

import java.nio.file.Path;
import java.util.Arrays;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// A program's lines as they are sent to a machine: without comments, empty lines and tape marks, each with the line of the
/// file that it comes from. Held whole, so that a file that changes or vanishes in mid-job changes nothing.
public final class GcodeProgram {
    /// The largest file that is held, in bytes.
    public static final int LARGEST = 1 << 30;

    private final String name;
    private final Dialect dialect;
    private final byte[] bytes;
    private final int[] ends;
    private final int[] sources;

    private GcodeProgram(String name, Dialect dialect, byte[] bytes, int[] ends, int[] sources) {
        this.name = name;
        this.dialect = dialect;
        this.bytes = bytes;
        this.ends = ends;
        this.sources = sources;
    }

    /// Reads a file; the dialect is told by its beginning.
    ///
    /// @throws Fault `files.not-read` when it cannot be read, `files.too-large` above a gigabyte
    public static GcodeProgram read(Path file, Progress progress) {
        return of(PlainFiles.read(file, LARGEST), String.valueOf(file.getFileName()), null, progress);
    }

    /// @param dialect the firmware that it is for; null to tell it by the beginning
    public static GcodeProgram of(byte[] source, String name, @Nullable Dialect dialect, Progress progress) {
        Dialect d = dialect != null ? dialect : DialectGuess.of(source, Math.min(source.length, 1 << 20));
        byte[] out = new byte[source.length];
        int[] ends = new int[source.length / 16 + 16];
        int[] sources = new int[ends.length];
        int o = 0;
        int count = 0;
        int line = 0;
        int from = 0;
        while (from < source.length) {
            int to = from;
            while (to < source.length && source[to] != '\n') {
                to++;
            }
            line++;
            int length = CommentStripper.toSend(source, from, to, d, out, o);
            if (length > 0) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count + (count >> 1));
                    sources = Arrays.copyOf(sources, ends.length);
                }
                o += length;
                ends[count] = o;
                sources[count++] = line;
            }
            if ((line & 0xffff) == 0) {
                progress.check();
                progress.update((double) to / source.length);
            }
            from = to + 1;
        }
        return new GcodeProgram(name, d, Arrays.copyOf(out, o), Arrays.copyOf(ends, count),
                Arrays.copyOf(sources, count));
    }

    public String name() {
        return name;
    }

    public Dialect dialect() {
        return dialect;
    }

    /// How many lines are sent.
    public int size() {
        return ends.length;
    }

    /// Line `i` (from 0) as it is sent, without a line end.
    public byte[] line(int i) {
        return Arrays.copyOfRange(bytes, start(i), ends[i]);
    }

    /// Bytes of line `i` without a line end.
    public int length(int i) {
        return ends[i] - start(i);
    }

    /// Copies line `i` without its line end.
    ///
    /// @return how many bytes were written from `at`
    public int copy(int i, byte[] into, int at) {
        System.arraycopy(bytes, start(i), into, at, length(i));
        return length(i);
    }

    /// The line of the file, from 1, that line `i` comes from: what [Toolpath#line] speaks of.
    public int sourceLine(int i) {
        return sources[i];
    }

    /// The first line that is sent of those at or behind a line of the file; [#size] when there is none.
    public int indexOfSource(int sourceLine) {
        int found = Arrays.binarySearch(sources, sourceLine);
        return found < 0 ? -found - 1 : found;
    }

    private int start(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }
}
