package org.commonwright.gcode;

/// The words of one line ("block" in RS-274). Made once and read into again and again, so that a million lines make no
/// garbage; [BlockReader] fills it.
public final class Block {
    /// Most G words, and most M words, that one line may have.
    static final int MAX_CODES = 12;

    /// What a line is.
    public enum Kind {
        /// Nothing but white space or comments.
        EMPTY,
        /// Words.
        WORDS,
        /// `%`, the mark at the beginning and end of a tape.
        TAPE,
        /// `$…`, a command to GRBL itself.
        SYSTEM
    }

    Kind kind = Kind.EMPTY;
    int letters;
    int valueless;
    final double[] values = new double[26];
    final int[] g = new int[MAX_CODES];
    final int[] m = new int[MAX_CODES];
    int gCount;
    int mCount;
    int repeated;
    /// Index of the first byte that is no part of a word, or -1.
    int strayAt;
    /// Index of the first letter without a number where one was expected, or -1.
    int bareAt;
    /// Index of the first byte that is no text, or -1.
    int badByteAt;
    boolean badChecksum;

    void clear() {
        kind = Kind.EMPTY;
        letters = 0;
        valueless = 0;
        gCount = 0;
        mCount = 0;
        repeated = 0;
        strayAt = -1;
        bareAt = -1;
        badByteAt = -1;
        badChecksum = false;
    }

    /// Nothing about the line is odd.
    public boolean isClean() {
        return (strayAt & bareAt & badByteAt) == -1 && repeated == 0 && !badChecksum;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether the line has this word; capital letter.
    public boolean has(char letter) {
        return (letters >> (letter - 'A') & 1) != 0;
    }

    /// Whether the line has this letter with a number behind it.
    public boolean hasValue(char letter) {
        return ((letters & ~valueless) >> (letter - 'A') & 1) != 0;
    }

    /// The number behind a letter (of the last such word); 0 when it has none. Ask [#has] first.
    public double value(char letter) {
        return values[letter - 'A'];
    }

    public int gCount() {
        return gCount;
    }

    /// A G word in tenths: `G38.2` is 382.
    public int g(int index) {
        return g[index];
    }

    public int mCount() {
        return mCount;
    }

    /// An M word in tenths: `M862.3` is 8623.
    public int m(int index) {
        return m[index];
    }

    /// Whether the line has that G word, in tenths.
    public boolean hasG(int tenths) {
        for (int i = 0; i < gCount; i++) {
            if (g[i] == tenths) {
                return true;
            }
        }
        return false;
    }

    /// Whether the line has that M word, in tenths.
    public boolean hasM(int tenths) {
        for (int i = 0; i < mCount; i++) {
            if (m[i] == tenths) {
                return true;
            }
        }
        return false;
    }

    /// Letters as bits, `A` the lowest.
    int letters() {
        return letters;
    }
}
