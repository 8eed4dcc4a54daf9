package org.commonwright.gcode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads one line into a [Block], byte by byte. Lines as RS-274/NGC section 3.3 has them and as GRBL 1.1 and Marlin take
/// them: white space anywhere, lower case, `( )` and `;` comments, `N` numbers, `*` checksums, no spaces between words.
public final class BlockReader {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
            1e14, 1e15, 1e16, 1e17, 1e18};
    /// One digit more does not fit.
    private static final long TOO_LONG = 100_000_000_000_000_000L;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// Eight times the character 0.
    private static final long ZEROS = 0x3030303030303030L;
    private static final int POINT = '.' ^ '0';
    private static final int LONGER = -2;
    private static final long[] WHOLE_POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000};

    private byte[] b = new byte[0];
    private int at;
    private int end;
    private int start;
    private Block block = new Block();
    private double parsed;

    /// Reads `bytes[from, to)`, which is one line without its line end.
    public void read(byte[] bytes, int from, int to, Block into) {
        b = bytes;
        start = from;
        end = to;
        block = into;
        into.clear();
        int i = from;
        while (i < to) {
            int c = bytes[i];
            int letter = (c | 0x20) - 'a';
            if (letter >= 0 && letter < 26) {
                i = word(bytes, i + 1, to, letter, into);
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '/') {
                // GRBL has no block delete and ignores its slash.
                i++;
            } else {
                at = i;
                mark(c);
                i = at;
            }
        }
    }

    /// @return where the next word may begin
    private int word(byte[] bytes, int from, int to, int letter, Block into) {
        into.kind = Block.Kind.WORDS;
        int bit = 1 << letter;
        int next = number(bytes, from, to);
        boolean number = next >= 0;
        int after = number ? next : from;
        if (letter == 'G' - 'A' || letter == 'M' - 'A') {
            if (code(letter == 'G' - 'A', number, from - 1)) {
                after = to;
            }
        } else {
            into.repeated |= into.letters & bit;
            if (number) {
                into.values[letter] = parsed;
                into.valueless &= ~bit;
            } else {
                into.values[letter] = 0;
                into.valueless |= bit;
                into.bareAt = into.bareAt < 0 ? from - 1 : into.bareAt;
            }
        }
        into.letters |= bit;
        return after;
    }

    /// Takes a G or M word; true when what follows it is no words.
    private boolean code(boolean g, boolean number, int wordAt) {
        if (!number) {
            block.bareAt = block.bareAt < 0 ? wordAt : block.bareAt;
            return false;
        }
        int tenths = (int) (Math.min(parsed, 1e7) * 10 + (parsed < 0 ? -0.5 : 0.5));
        if (g && block.gCount < Block.MAX_CODES) {
            block.g[block.gCount++] = tenths;
        } else if (!g && block.mCount < Block.MAX_CODES) {
            block.m[block.mCount++] = tenths;
            return takesText(tenths);
        } else if (block.strayAt < 0) {
            block.strayAt = wordAt;
        }
        return false;
    }

    /// Marlin commands whose rest is a message or a file name: M117 and M118 (show), M23, M28, M32, M928 (SD card), M16.
    private static boolean takesText(int tenths) {
        return switch (tenths) {
            case 160, 230, 280, 320, 1170, 1180, 9280 -> true;
            default -> false;
        };
    }

    /// Reads a number into [#parsed], with at most 18 digits that count.
    ///
    /// @return where it ends; -1 when there is none
    private int number(byte[] bytes, int from, int to) {
        int i = from;
        int c = i < to ? bytes[i] : 0;
        while (c == ' ' || c == '\t') {
            c = ++i < to ? bytes[i] : 0;
        }
        boolean negative = c == '-';
        if (negative || c == '+') {
            c = ++i < to ? bytes[i] : 0;
        }
        if (i + 2 * Long.BYTES <= bytes.length) {
            int end = eight(bytes, i, to, negative);
            if (end != LONGER) {
                return end;
            }
        }
        return slowly(bytes, i, to, negative);
    }

    /// Numbers with less than eight digits before and behind the point, eight bytes at a time. Where the number ends is found
    /// without waiting for its value, so that the next word can be begun meanwhile.
    ///
    /// @return where it ends; -1 when there is none; [#LONGER] when it is longer
    private int eight(byte[] bytes, int from, int to, boolean negative) {
        long w = (long) LONG.get(bytes, from) ^ ZEROS;
        long others = notDigits(w);
        if (others == 0) {
            return LONGER;
        }
        int n = Math.min(Long.numberOfTrailingZeros(others) >> 3, to - from);
        if ((w >>> 8 * n & 0xff) != POINT || from + n >= to) {
            long whole = value(w, n);
            parsed = negative ? -(double) whole : whole;
            return n == 0 ? -1 : from + n;
        }
        others &= others - 1;
        int end = from;
        if (others == 0) {
            others = notDigits((long) LONG.get(bytes, from + Long.BYTES) ^ ZEROS);
            end += Long.BYTES;
        }
        end = Math.min(end + (Long.numberOfTrailingZeros(others) >> 3), to);
        int decimals = end - from - n - 1;
        if (others == 0 || decimals >= Long.BYTES) {
            return LONGER;
        }
        double power = POWERS[decimals];
        long fraction = value((long) LONG.get(bytes, from + n + 1) ^ ZEROS, decimals);
        double value = (value(w, n) * WHOLE_POWERS[decimals] + fraction) / power;
        parsed = negative ? -value : value;
        return n + decimals == 0 ? -1 : end;
    }

    /// The highest bit of each byte that is none of 0 to 9; exact up to the first byte above ASCII.
    private static long notDigits(long w) {
        return (w + 0x7676767676767676L | w) & 0x8080808080808080L;
    }

    /// The number that the lowest `n` bytes are the digits of, the lowest byte first: pairs, then fours, then all eight.
    private static long value(long w, int n) {
        long t = w << 56 - 8 * n << 8;
        t = t * 10 + (t >>> 8) & 0x00FF00FF00FF00FFL;
        t = t * 100 + (t >>> 16) & 0x0000FFFF0000FFFFL;
        return t * 10000 + (t >>> 32) & 0xFFFFFFFFL;
    }

    private int slowly(byte[] bytes, int from, int to, boolean negative) {
        int i = from;
        int d = i < to ? bytes[i] - '0' : -1;
        int first = i;
        long mantissa = 0;
        while (d >= 0 && d <= 9) {
            if (mantissa >= TOO_LONG) {
                return -1;
            }
            mantissa = mantissa * 10 + d;
            d = ++i < to ? bytes[i] - '0' : -1;
        }
        int digits = i - first;
        int decimals = 0;
        if (d == '.' - '0') {
            d = ++i < to ? bytes[i] - '0' : -1;
            int point = i;
            int uncounted = 0;
            while (d >= 0 && d <= 9) {
                if (mantissa < TOO_LONG) {
                    mantissa = mantissa * 10 + d;
                } else {
                    uncounted++;
                }
                d = ++i < to ? bytes[i] - '0' : -1;
            }
            digits += i - point;
            decimals = i - point - uncounted;
        }
        if (digits == 0) {
            return -1;
        }
        // Exact for up to 15 digits: both sides of the division are whole numbers that a double holds.
        double value = decimals == 0
                ? mantissa
                : decimals < POWERS.length ? mantissa / POWERS[decimals] : mantissa * Math.pow(10, -decimals);
        parsed = negative ? -value : value;
        return i;
    }

    private void mark(int c) {
        switch (c) {
            case ';' -> at = end;
            case '(' -> skipComment();
            case '"' -> skipQuoted();
            case '*' -> checksum();
            case '%' -> {
                block.kind = block.kind == Block.Kind.EMPTY ? Block.Kind.TAPE : block.kind;
                at++;
            }
            case '$' -> {
                if (block.kind == Block.Kind.EMPTY) {
                    block.kind = Block.Kind.SYSTEM;
                    at = end;
                } else {
                    stray();
                }
            }
            default -> stray();
        }
    }

    private void stray() {
        int c = b[at];
        if (c < ' ' || c == 0x7f || c == '!' || c == '?' || c == '~') {
            // Control characters, and the bytes that GRBL obeys at once wherever they stand.
            block.badByteAt = block.badByteAt < 0 ? at : block.badByteAt;
        } else {
            block.strayAt = block.strayAt < 0 ? at : block.strayAt;
        }
        block.kind = Block.Kind.WORDS;
        at++;
    }

    private void skipComment() {
        while (at < end && b[at] != ')') {
            at++;
        }
        at++;
    }

    private void skipQuoted() {
        at++;
        while (at < end && b[at] != '"') {
            at++;
        }
        at++;
    }

    /// Marlin: the exclusive or of all bytes before the `*`.
    private void checksum() {
        int sum = 0;
        for (int i = start; i < at; i++) {
            sum ^= b[i];
        }
        at++;
        int next = number(b, at, end);
        block.badChecksum = next < 0 || (int) parsed != (sum & 0xff);
        at = next < 0 ? at : next;
    }
}
