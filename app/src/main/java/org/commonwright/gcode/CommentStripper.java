package org.commonwright.gcode;

/// Takes comments off a line, and for GRBL all white space. GRBL picks `!`, `?`, `~` and every byte from 0x80 out of whatever
/// is sent and obeys them at once, inside comments too: no comment may ever reach it.
final class CommentStripper {
    private CommentStripper() {}

    /// Writes what is sent of the line `b[from, to)`: no comment, no tape mark; for Marlin neither the number nor the checksum
    /// that the file gives it, because the sender numbers lines itself.
    ///
    /// @return how many bytes were written from `outFrom`; 0 when there is nothing to send
    static int toSend(byte[] b, int from, int to, Dialect dialect, byte[] out, int outFrom) {
        int start = from;
        int end = to;
        while (start < end && b[start] <= ' ' && b[start] >= 0) {
            start++;
        }
        if (start < end && b[start] == '%') {
            return 0;
        }
        if (dialect == Dialect.MARLIN && start < end && (b[start] | 0x20) == 'n') {
            start++;
            while (start < end && (b[start] >= '0' && b[start] <= '9' || b[start] == ' ')) {
                start++;
            }
            int star = start;
            while (star < end && b[star] != '*' && b[star] != ';') {
                star++;
            }
            end = star;
        }
        return strip(b, start, end, dialect, out, outFrom);
    }

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
