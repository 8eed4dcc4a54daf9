package org.commonwright.gcode;

/// How long a line is when it is sent: without comments and without the white space that the firmware skips, with its newline,
/// and for Marlin with its number and checksum.
///
/// GRBL 1.1 (`protocol_main_loop`) counts neither white space nor comments against its 80 bytes. Marlin drops what follows `;` and
/// counts the rest; the sender puts its own number and checksum in the place of the file's.
final class LineLimit {
    /// `*` and up to three digits.
    private static final int CHECKSUM = 4;
    /// Digits of the largest line number.
    private static final int LONGEST_NUMBER = 10;

    private final Dialect dialect;

    LineLimit(Dialect dialect) {
        this.dialect = dialect;
    }

    /// Lines shorter than this always fit.
    int shortest() {
        return dialect == Dialect.GRBL ? dialect.lineLimit() : dialect.lineLimit() - LONGEST_NUMBER - CHECKSUM - 3;
    }

    /// The bytes that are sent for `b[from, to)`; 0 when it has nothing but comments.
    int sent(byte[] b, int from, int to, int lineNumber) {
        int counted = 0;
        int trailing = 0;
        int start = dialect == Dialect.MARLIN ? behindNumber(b, from, to) : from;
        for (int i = start; i < to && b[i] != ';' && !(b[i] == '*' && dialect == Dialect.MARLIN); i++) {
            boolean blank = b[i] == ' ' || b[i] == '\t' || b[i] == '\r';
            if (b[i] == '(') {
                while (i < to && b[i] != ')') {
                    i++;
                }
            } else if (!blank || dialect == Dialect.MARLIN && counted > 0) {
                counted++;
                trailing = blank ? trailing + 1 : 0;
            }
        }
        counted -= trailing;
        if (counted == 0) {
            return 0;
        }
        int number = "N".length() + Integer.toString(lineNumber).length() + " ".length();
        return dialect == Dialect.GRBL ? counted + 1 : number + counted + CHECKSUM + 1;
    }

    private static int behindNumber(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        if (i < to && (b[i] | 0x20) == 'n') {
            i++;
            while (i < to && (b[i] >= '0' && b[i] <= '9' || b[i] == ' ')) {
                i++;
            }
        }
        return i;
    }
}
