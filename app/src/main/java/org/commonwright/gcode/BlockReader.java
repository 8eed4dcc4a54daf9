package org.commonwright.gcode;

/// Reads one line into a [Block], byte by byte. Lines as RS-274/NGC section 3.3 has them and as GRBL 1.1 and Marlin take
/// them: white space anywhere, lower case, `( )` and `;` comments, `N` numbers, `*` checksums, no spaces between words.
public final class BlockReader {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
            1e14, 1e15, 1e16, 1e17, 1e18};
    /// One digit more does not fit.
    private static final long TOO_LONG = 100_000_000_000_000_000L;

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
        int first = i;
        long mantissa = 0;
        int d = c - '0';
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
