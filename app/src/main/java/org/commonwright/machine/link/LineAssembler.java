package org.commonwright.machine.link;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Puts lines together from bytes that arrive in any pieces. A line ends at a line feed; carriage returns are dropped; a line
/// is decoded only when it is whole, so a character is never torn. What exceeds 4,096 bytes without an end is noise and is
/// handed on as a line of its own.
public final class LineAssembler {
    private static final int LIMIT = 4096;

    private final byte[] line = new byte[LIMIT];
    private int length;

    public void add(byte[] bytes, int count, Consumer<String> lines) {
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                flush(lines);
            } else if (b != '\r') {
                if (length == LIMIT) {
                    flush(lines);
                }
                line[length++] = b;
            }
        }
    }

    /// Forgets a line that had begun, as after a reset of the machine.
    public void clear() {
        length = 0;
    }

    private void flush(Consumer<String> lines) {
        // Nearly all lines of a run are this one.
        boolean ok = length == 2 && line[0] == 'o' && line[1] == 'k';
        String text = ok ? "ok" : new String(line, 0, length, StandardCharsets.UTF_8);
        length = 0;
        lines.accept(text);
    }
}
