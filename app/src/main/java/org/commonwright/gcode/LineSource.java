package org.commonwright.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.commonwright.error.Fault;

/// Splits a stream into lines, a [BlockBatch] at a time. A batch lies within one piece of the stream; a piece stays as it is
/// until [#PIECES] - 1 further batches have been filled.
final class LineSource {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long BLANKS = 0x2020202020202020L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /// How many pieces of the stream are held at once.
    static final int PIECES = 6;
    private static final int PIECE = 1 << 20;
    /// A line longer than this is no G-code.
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final String name;
    private final byte[][] pieces = new byte[PIECES][];
    private int piece;
    private byte[] bytes;
    private int at;
    private int filled;
    private long taken;
    private int lines;
    private boolean ended;

    /// @param size the stream's length as far as it is known; a hint
    LineSource(InputStream in, long size, String name) {
        this.in = in;
        this.name = name;
        int length = Math.clamp(size + 1, 64, PIECE);
        Arrays.setAll(pieces, _ -> new byte[0]);
        bytes = new byte[length];
        pieces[0] = bytes;
    }

    /// The stream's beginning, for a look at it before anything is taken from it.
    ///
    /// @throws Fault `gcode.packed` when it is something else altogether
    Dialect guess() throws IOException {
        load();
        Packed.refuse(bytes, filled, name);
        return DialectGuess.of(bytes, filled);
    }

    /// How many lines a stream of that length has, if it goes on as it begins.
    int expectedLines(long size) {
        int newlines = 1;
        for (int i = at; i < filled; i++) {
            newlines += bytes[i] == '\n' ? 1 : 0;
        }
        return (int) Math.min((double) newlines / Math.max(1, filled) * size * 1.03 + 64, 1 << 26);
    }

    /// How many bytes have been read so far.
    long taken() {
        return taken;
    }

    /// Fills the batch with the next lines; with none at the end.
    BlockBatch fill(BlockBatch batch) throws IOException {
        batch.count = 0;
        whole(batch);
        while (batch.count == 0 && !(ended && at == filled)) {
            if (ended) {
                last(batch);
            } else {
                load();
                whole(batch);
            }
        }
        lines += batch.count;
        return batch;
    }

    /// Adds whole lines until the batch is full or the bytes at hand are used up.
    private void whole(BlockBatch batch) {
        byte[] b = bytes;
        batch.bytes = b;
        boolean nul = false;
        int start = at;
        int i = start;
        while (i < filled && !batch.isFull()) {
            if (i + Long.BYTES <= b.length) {
                // Eight bytes at a time, to the first that is below a blank.
                long w = (long) LONG.get(b, i);
                long low = w - BLANKS & ~w & HIGH_BITS;
                if (low == 0) {
                    i += Long.BYTES;
                    continue;
                }
                i += Long.numberOfTrailingZeros(low) >> 3;
                if (i >= filled) {
                    break;
                }
            }
            byte c = b[i];
            if (c == '\n') {
                batch.add(start, i, nul);
                start = i + 1;
                nul = false;
            } else {
                nul |= c == 0;
            }
            i++;
        }
        at = start;
    }

    /// Adds what comes behind the last newline.
    private void last(BlockBatch batch) {
        refuseLong();
        boolean nul = false;
        for (int i = at; i < filled; i++) {
            nul |= bytes[i] == 0;
        }
        batch.add(at, filled, nul);
        at = filled;
    }

    private void refuseLong() {
        if (filled - at > LONGEST_LINE) {
            throw new Fault("gcode.not-gcode", name, lines + 1);
        }
    }

    /// Reads on into the next piece, behind what is left of this one.
    private void load() throws IOException {
        refuseLong();
        int left = filled - at;
        piece = (piece + 1) % PIECES;
        byte[] next = pieces[piece];
        if (next.length <= left || next.length < bytes.length) {
            next = new byte[Math.max(bytes.length, 2 * left)];
            pieces[piece] = next;
        }
        System.arraycopy(bytes, at, next, 0, left);
        bytes = next;
        at = 0;
        int n = in.readNBytes(bytes, left, bytes.length - left);
        ended = n < bytes.length - left;
        filled = left + n;
        taken += n;
    }
}
