package org.commonwright.machine.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// What was said both ways, compressed, each line with the seconds since the start. Of a run that says more than it holds the
/// beginning and the end are kept, and a line between them says how much is not there.
final class TrafficFile implements AutoCloseable {
    private static final long HEAD = 32L << 20;
    private static final int TAIL_LINES = 20_000;
    private static final int LONGEST = 1000;
    private static final double FLUSH_SECONDS = 2;

    private final BufferedWriter out;
    private final Deque<String> tail = new ArrayDeque<>();
    private long written;
    private long leftOut;
    private double flushed;

    TrafficFile(Path file) throws IOException {
        // What was written up to two seconds before a kill can be read again.
        out = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file), true),
                StandardCharsets.UTF_8));
        out.write("commonwright-traffic 1\n");
    }

    /// @param sign `>` to the machine, `<` from it, `#` a remark
    void add(double seconds, char sign, String line) throws IOException {
        String plain = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        String text = String.format(Locale.ROOT, "%9.3f %c %s\n", seconds, sign, LogText.plain(plain));
        if (written < HEAD) {
            out.write(text);
            written += text.length();
            if (seconds - flushed > FLUSH_SECONDS) {
                flushed = seconds;
                out.flush();
            }
            return;
        }
        tail.add(text);
        if (tail.size() > TAIL_LINES) {
            tail.remove();
            leftOut++;
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (leftOut > 0) {
                out.write("# " + leftOut + " lines left out\n");
            }
            for (String line : tail) {
                out.write(line);
            }
        }
    }
}
