package org.commonwright.gcode;

/// Reads one line into a [Block], byte by byte. Lines as RS-274/NGC section 3.3 has them and as GRBL 1.1 and Marlin take
/// them: white space anywhere, lower case, `( )` and `;` comments, `N` numbers, `*` checksums, no spaces between words.
public final class BlockReader {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
            1e14, 1e15, 1e16, 1e17, 1e18};
    private static final int MAX_DIGITS = 18;

    private byte[] b = new byte[0];
    private int at;
    private int end;
    private int start;
    private Block block = new Block();

    /// Reads `bytes[from, to)`, which is one line without its line end.
    public void read(byte[] bytes, int from, int to, Block into) {
        b = bytes;
        at = from;
        start = from;
        end = to;
        block = into;
        into.clear();
        while (at < end) {
            int c = b[at];
            int letter = (c | 0x20) - 'a';
            if (letter >= 0 && letter < 26) {
                at++;
                word(letter);
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '/') {
                // GRBL has no block delete and ignores its slash.
                at++;
            } else {
                mark(c);
            }
        }
    }

    private void word(int letter) {
        block.kind = Block.Kind.WORDS;
        int bit = 1 << letter;
        int wordAt = at - 1;
        boolean number = number();
        double value = number ? parsed : 0;
        if (letter == 'G' - 'A' || letter == 'M' - 'A') {
            code(letter == 'G' - 'A', number, value, wordAt);
        } else {
            if ((block.letters & bit) != 0) {
                block.repeated |= bit;
            }
            block.values[letter] = value;
            if (!number) {
                block.valueless |= bit;
                if (block.bareAt < 0) {
                    block.bareAt = wordAt;
                }
            } else {
                block.valueless &= ~bit;
            }
        }
        block.letters |= bit;
    }

    private void code(boolean g, boolean number, double value, int wordAt) {
        if (!number) {
            block.bareAt = block.bareAt < 0 ? wordAt : block.bareAt;
            return;
        }
        int tenths = (int) Math.min(Math.rint(value * 10), 1e8);
        if (g && block.gCount < Block.MAX_CODES) {
            block.g[block.gCount++] = tenths;
        } else if (!g && block.mCount < Block.MAX_CODES) {
            block.m[block.mCount++] = tenths;
            if (takesText(tenths)) {
                at = end;
            }
        } else if (block.strayAt < 0) {
            block.strayAt = wordAt;
        }
    }

    /// Marlin commands whose rest is a message or a file name: M117 and M118 (show), M23, M28, M32, M928 (SD card), M16.
    private static boolean takesText(int tenths) {
        return switch (tenths) {
            case 160, 230, 280, 320, 1170, 1180, 9280 -> true;
            default -> false;
        };
    }

    private double parsed;

    /// Reads a number with at most 18 digits that count; false when there is none.
    private boolean number() {
        int i = at;
        while (i < end && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        boolean negative = false;
        if (i < end && (b[i] == '-' || b[i] == '+')) {
            negative = b[i] == '-';
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        int seen = 0;
        boolean point = false;
        for (; i < end; i++) {
            int d = b[i] - '0';
            if (d >= 0 && d <= 9) {
                seen++;
                if (digits < MAX_DIGITS) {
                    mantissa = mantissa * 10 + d;
                    digits += mantissa == 0 ? 0 : 1;
                    decimals += point ? 1 : 0;
                } else if (!point) {
                    return false;
                }
            } else if (d == '.' - '0' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (seen == 0) {
            return false;
        }
        at = i;
        // Exact for up to 15 digits: both sides of the division are whole numbers that a double holds.
        double value = decimals == 0 ? mantissa : mantissa / POWERS[Math.min(decimals, MAX_DIGITS)];
        parsed = negative ? -value : value;
        return true;
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
        boolean number = number();
        block.badChecksum = !number || (int) parsed != (sum & 0xff);
    }
}
