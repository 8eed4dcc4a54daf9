package org.commonwright.gcode;

/// Takes comments off a line, and for GRBL all white space. GRBL picks `!`, `?`, `~` and every byte from 0x80 out of whatever
/// is sent and obeys them at once, inside comments too: no comment may ever reach it.
final class CommentStripper {
    private CommentStripper() {}

    /// Writes what is left of `b[from, to)` to `out`.
    ///
    /// @return how many bytes were written from `outFrom`
    static int strip(byte[] b, int from, int to, Dialect dialect, byte[] out, int outFrom) {
        boolean grbl = dialect == Dialect.GRBL;
        int o = outFrom;
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c == ';') {
                break;
            } else if (c == '(') {
                while (i < to && b[i] != ')') {
                    i++;
                }
            } else if (!(c == ' ' || c == '\t' || c == '\r') || !grbl && o > outFrom) {
                out[o++] = c;
            }
        }
        while (o > outFrom && (out[o - 1] == ' ' || out[o - 1] == '\t' || out[o - 1] == '\r')) {
            o--;
        }
        return o - outFrom;
    }
}
