package org.commonwright.machine.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that a conversation wants to send, until its session writes them.
public final class Outlet {
    private byte[] bytes = new byte[1024];
    private int length;

    public void text(String ascii) {
        int n = ascii.length();
        room(n);
        for (int i = 0; i < n; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += n;
    }

    public void raw(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    public void raw(byte[] values) {
        for (byte value : values) {
            raw(value);
        }
    }

    /// Everything so far, and forgets it.
    public byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /// Drops what was not yet written.
    public void clear() {
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
