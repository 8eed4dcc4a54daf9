package org.commonwright.contribution.diff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A text file cut into lines. A line includes its line break, so the last line without one differs from the same with one,
/// as Git has it. With `ignoreSpace`, lines that differ only in spaces, tabs and line breaks are the same line.
public final class TextLines {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_LINES = 64;
    private static final long ONES = 0x0101010101010101L;
    private static final long PRIME = 0x100000001b3L;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final byte[] bytes;
    private final boolean ignoreSpace;
    /// One more than there are lines: where each begins, and where the last one ends.
    private int[] starts;
    private long[] hashes;
    private int count;

    private TextLines(byte[] bytes, boolean ignoreSpace, int lines) {
        this.bytes = bytes;
        this.ignoreSpace = ignoreSpace;
        this.starts = new int[lines + 1];
        this.hashes = new long[lines];
    }

    public static TextLines of(byte[] bytes, boolean ignoreSpace) {
        var lines = new TextLines(bytes, ignoreSpace, FIRST_LINES);
        lines.cut(0, bytes.length);
        return lines.whole();
    }

    /// The same, when another version of the file is cut already: what both begin and end with is taken from there.
    ///
    /// @param like cut with the same `ignoreSpace`
    public static TextLines of(byte[] bytes, TextLines like) {
        int head = commonHead(bytes, like.bytes);
        int first = like.firstAfter(head);
        int last = like.firstOf(commonTail(bytes, like.bytes, head));
        int more = bytes.length - like.bytes.length;
        var lines = new TextLines(bytes, like.ignoreSpace, like.count() + FIRST_LINES);
        System.arraycopy(like.starts, 0, lines.starts, 0, first);
        System.arraycopy(like.hashes, 0, lines.hashes, 0, first);
        lines.count = first;
        int end = last < like.count() ? like.starts[last] + more : bytes.length;
        lines.cut(like.starts[first], end);
        for (int i = last; i < like.count(); i++) {
            lines.add(like.starts[i] + more, like.hashes[i]);
        }
        return lines.whole();
    }

    private static int commonHead(byte[] a, byte[] b) {
        int head = Arrays.mismatch(a, b);
        return head < 0 ? a.length : head;
    }

    private static int commonTail(byte[] a, byte[] b, int head) {
        int most = Math.min(a.length, b.length) - head;
        int tail = 0;
        while (tail + Long.BYTES <= most && (long) EIGHT.get(a, a.length - tail - Long.BYTES) == (long) EIGHT.get(b,
                b.length - tail - Long.BYTES)) {
            tail += Long.BYTES;
        }
        while (tail < most && a[a.length - tail - 1] == b[b.length - tail - 1]) {
            tail++;
        }
        return tail;
    }

    /// The line that holds a place, or the number of lines for the end of the file.
    private int lineAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /// The first line that a common head does not hold whole; a last line without a break may go on in the other file.
    private int firstAfter(int head) {
        int line = lineAt(head);
        return line == count && line > 0 && bytes[bytes.length - 1] != '\n' ? line - 1 : line;
    }

    /// The first line that a common tail holds whole. The byte before it is of the tail too: so it is a line break in both files.
    private int firstOf(int tail) {
        return Math.min(count, lineAt(bytes.length - tail) + 1);
    }

    /// How many first lines are the same to the byte; there may be more that are the same.
    int sameFirst(TextLines other) {
        return Math.min(firstAfter(commonHead(bytes, other.bytes)), other.count);
    }

    /// How many last lines are the same to the byte, without those above.
    int sameLast(TextLines other) {
        return count - firstOf(commonTail(bytes, other.bytes, commonHead(bytes, other.bytes)));
    }

    private void cut(int from, int to) {
        for (int at = from; at < to;) {
            at = ignoreSpace ? cutWithoutSpace(at, to) : cutLine(at, to);
        }
    }

    /// Eight bytes at a time. What is read beyond the line's break does not count.
    private int cutLine(int from, int to) {
        long hash = SPREAD;
        int at = from;
        while (at < to) {
            long eight = at + Long.BYTES <= bytes.length ? (long) EIGHT.get(bytes, at) : last(at);
            long breaks = eight ^ '\n' * ONES;
            breaks = breaks - ONES & ~breaks & ONES << 7;
            if (breaks != 0) {
                int bits = Long.numberOfTrailingZeros(breaks) + 1;
                hash = mixed(hash, eight & -1L >>> Long.SIZE - bits);
                at += bits / Byte.SIZE;
                break;
            }
            hash = mixed(hash, eight);
            at += Long.BYTES;
        }
        add(from, hash);
        return Math.min(at, to);
    }

    /// The last bytes of the file, fewer than eight.
    private long last(int from) {
        long last = 0;
        for (int i = bytes.length - 1; i >= from; i--) {
            last = last << Byte.SIZE | bytes[i] & 0xff;
        }
        return last;
    }

    private static long mixed(long hash, long more) {
        long mixed = (hash ^ more) * SPREAD;
        return mixed ^ mixed >>> 32;
    }

    private int cutWithoutSpace(int from, int to) {
        long hash = 0xcbf29ce484222325L;
        int at = from;
        while (at < to) {
            byte b = bytes[at++];
            if (!isSpace(b)) {
                hash = (hash ^ b) * PRIME;
            }
            if (b == '\n') {
                break;
            }
        }
        add(from, hash ^ hash >>> 29);
        return at;
    }

    private void add(int start, long hash) {
        if (count == hashes.length) {
            starts = Arrays.copyOf(starts, count * 2 + 1);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        starts[count] = start;
        hashes[count++] = hash;
    }

    private TextLines whole() {
        starts = Arrays.copyOf(starts, count + 1);
        starts[count] = bytes.length;
        hashes = Arrays.copyOf(hashes, count);
        return this;
    }

    public int count() {
        return count;
    }

    /// The file's bytes; not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return starts[line + 1];
    }

    long hash(int line) {
        return hashes[line];
    }

    boolean same(int line, TextLines other, int otherLine) {
        if (hashes[line] != other.hashes[otherLine]) {
            return false;
        }
        // Most lines are the same to the byte, which is quickly seen.
        return Arrays.equals(bytes, start(line), end(line), other.bytes, other.start(otherLine), other.end(otherLine))
                || ignoreSpace && sameWithoutSpace(line, other, otherLine);
    }

    private boolean sameWithoutSpace(int line, TextLines other, int otherLine) {
        int a = start(line);
        int b = other.start(otherLine);
        while (true) {
            while (a < end(line) && isSpace(bytes[a])) {
                a++;
            }
            while (b < other.end(otherLine) && isSpace(other.bytes[b])) {
                b++;
            }
            if (a == end(line) || b == other.end(otherLine)) {
                return a == end(line) && b == other.end(otherLine);
            }
            if (bytes[a++] != other.bytes[b++]) {
                return false;
            }
        }
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
