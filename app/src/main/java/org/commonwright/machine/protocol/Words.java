package org.commonwright.machine.protocol;

/// Walks over the words of a compact G-code line (no spaces, no comments): a letter and its number, as `G1` or `X-2.5`.
public final class Words {
    private final String line;
    private int at;
    private char letter;
    private double value;
    private boolean malformed;

    public Words(String line) {
        this.line = line;
    }

    /// Goes to the next word.
    ///
    /// @return false at the end of the line, or where it is not a word
    public boolean next() {
        if (at >= line.length()) {
            return false;
        }
        letter = Character.toUpperCase(line.charAt(at));
        if (letter < 'A' || letter > 'Z') {
            malformed = true;
            return false;
        }
        at++;
        return number();
    }

    public char letter() {
        return letter;
    }

    public double value() {
        return value;
    }

    /// Whether the walk ended at something that is no word.
    public boolean malformed() {
        return malformed;
    }

    private boolean number() {
        boolean negative = false;
        if (at < line.length() && (line.charAt(at) == '-' || line.charAt(at) == '+')) {
            negative = line.charAt(at) == '-';
            at++;
        }
        double mantissa = 0;
        double scale = 0;
        int digits = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '.' && scale == 0) {
                scale = 1;
            } else if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                scale *= 10;
                digits++;
            } else {
                break;
            }
        }
        malformed |= digits == 0;
        value = (negative ? -mantissa : mantissa) / (scale == 0 ? 1 : scale);
        return digits > 0;
    }
}
