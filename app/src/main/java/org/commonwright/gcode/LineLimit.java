package org.commonwright.gcode;

/// How long a line is when it is sent: without comments and without the white space that the firmware skips, with its newline,
/// and for Marlin with its number and checksum.
///
/// GRBL 1.1 (`protocol_main_loop`) counts neither white space nor comments against its 80 bytes; Marlin drops what follows `;`.
final class LineLimit {
    private final Dialect dialect;

    LineLimit(Dialect dialect) {
        this.dialect = dialect;
    }

    /// Lines shorter than this always fit: the limit less the newline and Marlin's longest `N…` and `*…`.
    int shortest() {
        return dialect == Dialect.GRBL ? dialect.lineLimit() : dialect.lineLimit() - 18;
    }

    int sent(byte[] b, int from, int to, int lineNumber) {
        int length = CommentStripper.toSend(b, from, to, dialect, new byte[to - from], 0);
        if (length == 0) {
            return 0;
        }
        return dialect == Dialect.GRBL ? length + 1 : length + 1 + digits(lineNumber) + 2 + 4;
    }

    private static int digits(int n) {
        return Integer.toString(n).length();
    }
}
