package org.commonwright.machine.link;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Puts lines together from bytes that arrive in any pieces. A line ends at a line feed; carriage returns are dropped; a line
/// is decoded only when it is whole, so a character is never torn. What exceeds 4,096 bytes without an end is noise: its
/// beginning is handed on with `…` behind it, and its rest is dropped, so that an end of noise is never taken for an answer.
public final class LineAssembler {
    private static final int LIMIT = 4096;

    private final byte[] line = new byte[LIMIT];
    private int length;
    private boolean tooLong;

    public void add(byte[] bytes, int count, Consumer<String> lines) {
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                if (!tooLong) {
                    lines.accept(text());
                }
                clear();
            } else if (b != '\r' && !tooLong) {
                if (length == LIMIT) {
                    tooLong = true;
                    lines.accept(text() + "…");
                } else {
                    line[length++] = b;
                }
            }
        }
    }

    /// Forgets a line that had begun, as after a reset of the machine.
    public void clear() {
        length = 0;
        tooLong = false;
    }

    private String text() {
        // Nearly all lines of a run are this one.
        boolean ok = length == 2 && line[0] == 'o' && line[1] == 'k';
        return ok ? "ok" : new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
