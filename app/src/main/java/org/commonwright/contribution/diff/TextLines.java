package org.commonwright.contribution.diff;

import java.util.Arrays;

/// A text file cut into lines. A line includes its line break, so the last line without one differs from the same with one,
/// as Git has it. With `ignoreSpace`, lines that differ only in spaces, tabs and line breaks are the same line.
public final class TextLines {
    private static final int FIRST_LINES = 64;

    private final byte[] bytes;
    private final boolean ignoreSpace;
    private final int[] starts;
    private final long[] hashes;

    private TextLines(byte[] bytes, boolean ignoreSpace, int[] starts, long[] hashes) {
        this.bytes = bytes;
        this.ignoreSpace = ignoreSpace;
        this.starts = starts;
        this.hashes = hashes;
    }

    public static TextLines of(byte[] bytes, boolean ignoreSpace) {
        int[] starts = new int[FIRST_LINES];
        long[] hashes = new long[FIRST_LINES];
        int n = 0;
        for (int at = 0; at < bytes.length;) {
            if (n + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
            }
            long hash = 0xcbf29ce484222325L;
            int end = at;
            while (end < bytes.length) {
                byte b = bytes[end++];
                if (!ignoreSpace || !isSpace(b)) {
                    hash = (hash ^ b) * 0x100000001b3L;
                }
                if (b == '\n') {
                    break;
                }
            }
            starts[n] = at;
            hashes[n++] = hash ^ hash >>> 29;
            at = end;
        }
        starts = Arrays.copyOf(starts, n + 1);
        starts[n] = bytes.length;
        return new TextLines(bytes, ignoreSpace, starts, Arrays.copyOf(hashes, n));
    }

    public int count() {
        return hashes.length;
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
