package org.commonwright.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.commonwright.error.Fault;

/// Splits a stream into lines and reads each into words, a [BlockBatch] at a time.
///
/// A batch's bytes stay as they are until the batch after the next is filled, so that one can be filled while the other is run.
final class LineSource {
    private static final int CHUNK = 1 << 20;
    /// A line longer than this is no G-code.
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final String name;
    private final BlockReader reader = new BlockReader();
    private byte[] bytes;
    private byte[] spare;
    private int at;
    private int filled;
    private long taken;
    private int lines;
    private boolean ended;

    /// @param size the stream's length as far as it is known; a hint
    LineSource(InputStream in, long size, String name) {
        this.in = in;
        this.name = name;
        int chunk = Math.clamp(size + 1, 64, CHUNK);
        bytes = new byte[chunk];
        spare = new byte[chunk];
    }

    /// The stream's beginning, for a look at it before anything is taken from it.
    Dialect guess() {
        load();
        return DialectGuess.of(bytes, filled);
    }

    /// How many bytes have been read so far.
    long taken() {
        return taken;
    }

    /// Fills the batch with the next lines; with none at the end.
    BlockBatch fill(BlockBatch batch) {
        batch.count = 0;
        while (batch.count == 0 && !(ended && at == filled)) {
            if (!lines(batch) && batch.count == 0) {
                load();
                if (ended && at < filled && lastLineIsOpen()) {
                    refuseLong();
                    batch.nul[0] = indexOf(0) >= 0;
                    add(batch, at, filled);
                    at = filled;
                }
            }
        }
        return batch;
    }

    private boolean lastLineIsOpen() {
        return indexOf('\n') < 0;
    }

    private int indexOf(int c) {
        for (int i = at; i < filled; i++) {
            if (bytes[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /// Adds whole lines until the batch is full or the bytes are used up.
    ///
    /// @return whether there may be more in the bytes at hand
    private boolean lines(BlockBatch batch) {
        byte[] b = bytes;
        boolean nul = false;
        int start = at;
        batch.bytes = b;
        for (int i = start; i < filled; i++) {
            byte c = b[i];
            if (c < ' ') {
                if (c == '\n') {
                    batch.nul[batch.count] = nul;
                    add(batch, start, i);
                    start = i + 1;
                    nul = false;
                    if (batch.isFull()) {
                        at = start;
                        return true;
                    }
                } else {
                    nul |= c == 0;
                }
            }
        }
        at = start;
        return false;
    }

    private void add(BlockBatch batch, int from, int end) {
        int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        int i = batch.count++;
        batch.bytes = bytes;
        batch.from[i] = from;
        batch.to[i] = to;
        reader.read(bytes, from, to, batch.blocks[i]);
        lines++;
    }

    private void refuseLong() {
        if (filled - at > LONGEST_LINE) {
            throw new Fault("gcode.not-gcode", name, lines + 1);
        }
    }

    /// Reads on into the other array, behind what is left of this one.
    private void load() {
        int left = filled - at;
        refuseLong();
        byte[] next = spare.length > left ? spare : Arrays.copyOf(spare, 2 * spare.length + left);
        System.arraycopy(bytes, at, next, 0, left);
        spare = bytes;
        bytes = next;
        at = 0;
        filled = left;
        try {
            int n = in.readNBytes(bytes, filled, bytes.length - filled);
            ended = n < bytes.length - filled;
            filled += n;
            taken += n;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
