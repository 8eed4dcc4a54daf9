package org.commonwright.contribution.pass;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The chunks of a file: a line, or 64 bytes of a longer one; how many bytes each different chunk has in all. Of a text a carriage
/// return before a line's end is no part of the line.
final class Chunks {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK = 64;
    private static final int FIRST = 64;
    private static final long ONES = 0x0101010101010101L;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    /// The length of a chunk fits into the lowest bits of its hash: equal hashes are equal lengths, and none is 0.
    private static final int LENGTH = 0x7f;

    /// A table with free places (0), never more than half full.
    private long[] hashes = new long[FIRST];
    private int[] bytes = new int[FIRST];
    private int count;

    private Chunks() {}

    static Chunks of(byte[] file) {
        byte[] content = BlobTexts.isBinary(file) ? file : withoutReturns(file);
        var chunks = new Chunks();
        for (int at = 0; at < content.length;) {
            at += chunks.cut(content, at);
        }
        return chunks;
    }

    private static byte[] withoutReturns(byte[] file) {
        int at = 0;
        while (at + 1 < file.length && !(file[at] == '\r' && file[at + 1] == '\n')) {
            at++;
        }
        if (at + 1 >= file.length) {
            return file;
        }
        byte[] content = new byte[file.length];
        int n = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] != '\r' || i + 1 == file.length || file[i + 1] != '\n') {
                content[n++] = file[i];
            }
        }
        return Arrays.copyOf(content, n);
    }

    /// Adds the chunk that begins at `from`, and says how long it is.
    private int cut(byte[] content, int from) {
        int most = Math.min(CHUNK, content.length - from);
        long hash = SPREAD;
        int n = 0;
        boolean ended = false;
        while (!ended && n + Long.BYTES <= most) {
            long eight = (long) EIGHT.get(content, from + n);
            long breaks = eight ^ '\n' * ONES;
            breaks = breaks - ONES & ~breaks & ONES << 7;
            ended = breaks != 0;
            int length = ended ? Long.numberOfTrailingZeros(breaks) / Byte.SIZE + 1 : Long.BYTES;
            hash = mixed(hash, eight & -1L >>> Long.SIZE - length * Byte.SIZE);
            n += length;
        }
        if (!ended && n < most) {
            long last = 0;
            for (int shift = 0; !ended && n < most; shift += Byte.SIZE) {
                byte c = content[from + n++];
                last |= (c & 0xffL) << shift;
                ended = c == '\n';
            }
            hash = mixed(hash, last);
        }
        add(hash << 7 | n, n);
        return n;
    }

    private static long mixed(long hash, long more) {
        long mixed = (hash ^ more) * SPREAD;
        return mixed ^ mixed >>> 32;
    }

    private void add(long hash, int n) {
        if (2 * count >= hashes.length) {
            grow();
        }
        int place = place(hash);
        count += hashes[place] == 0 ? 1 : 0;
        hashes[place] = hash;
        bytes[place] += n;
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) (hash >>> 7 ^ hash >>> 39) & mask;
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldBytes = bytes;
        hashes = new long[2 * oldHashes.length];
        bytes = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                bytes[place] = oldBytes[i];
            }
        }
    }

    /// How many places it takes in memory.
    int size() {
        return hashes.length;
    }

    /// How many bytes of equal chunks both have.
    long common(Chunks other) {
        if (other.hashes.length < hashes.length) {
            return other.common(this);
        }
        long common = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                common += Math.min(bytes[i], other.bytes[other.place(hashes[i])]);
            }
        }
        return common;
    }
}
