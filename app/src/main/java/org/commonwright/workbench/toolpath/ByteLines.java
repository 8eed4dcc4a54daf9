package org.commonwright.workbench.toolpath;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines within the bytes of a file: beside the bytes, one number for every 64 lines is kept, 0.6 MB for ten million lines.
public final class ByteLines implements CodeLines {
    private static final int EVERY = 64;
    /// Bytes of a line that are shown.
    private static final int SHOWN = 400;
    /// Bytes of a character in UTF-8, at most.
    private static final int LONGEST_SEQUENCE = 4;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final byte[] bytes;
    private final int[] starts;
    private final int count;

    private ByteLines(byte[] bytes, int[] starts, int count) {
        this.bytes = bytes;
        this.starts = starts;
        this.count = count;
    }

    /// Looks through all bytes once; for the background.
    ///
    /// @param bytes not copied
    public static ByteLines of(byte[] bytes) {
        int[] starts = new int[bytes.length / (EVERY * 32) + 16];
        int count = 0;
        for (int at = 0; at < bytes.length; at = end(bytes, at) + 1) {
            if (count % EVERY == 0) {
                if (count / EVERY == starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                }
                starts[count / EVERY] = at;
            }
            count++;
        }
        return new ByteLines(bytes, Arrays.copyOf(starts, (count + EVERY - 1) / EVERY), count);
    }

    private static int end(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String line(int number) {
        int at = starts[(number - 1) / EVERY];
        for (int i = (number - 1) % EVERY; i > 0; i--) {
            at = end(bytes, at) + 1;
        }
        return text(bytes, at, end(bytes, at));
    }

    /// A whole line as it is shown.
    public static String shown(byte[] line) {
        return text(line, 0, line.length);
    }

    /// UTF-8 where it is that, else Windows-1252; control characters are shown as such.
    static String text(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + SHOWN);
        for (int back = 0; end < to && back < LONGEST_SEQUENCE - 1 && (bytes[end] & 0xC0) == 0x80; back++) {
            // Not inside of a character of several bytes.
            end--;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
        } catch (CharacterCodingException _) {
            text = new String(bytes, from, end - from, WINDOWS);
        }
        var shown = new StringBuilder(text.length() + 1);
        text.stripTrailing().chars().forEach(c -> shown.append(
                c == '\t'
                        ? ' '
                        : c < ' '
                                ? (char) (0x2400 + c)
                                : Character.getType(c) == Character.FORMAT ? '\uFFFD' : (char) c));
        return end < to ? shown.append('…').toString() : shown.toString();
    }
}
