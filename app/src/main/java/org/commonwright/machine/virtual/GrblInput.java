package org.commonwright.machine.virtual;

import org.jspecify.annotations.Nullable;

/// What arrives at GRBL and waits to be read: a receive buffer that overflows without a word, and the line that is being put
/// together. While the EEPROM is written nothing arrives.
final class GrblInput {
    private final ReceiveRing ring;
    private final StringBuilder line = new StringBuilder();
    private boolean deaf;

    /// @param bytes of the receive buffer
    GrblInput(int bytes) {
        this.ring = new ReceiveRing(bytes);
    }

    void put(byte b) {
        if (!deaf) {
            ring.put(b);
        }
    }

    void deaf(boolean on) {
        deaf = on;
    }

    /// @return the next line that is whole, without its end; null when there is none
    @Nullable
    String line() {
        for (int b = ring.take(); b >= 0; b = ring.take()) {
            if (b == '\n' || b == '\r') {
                String text = line.toString();
                line.setLength(0);
                return text;
            }
            line.append((char) b);
        }
        return null;
    }

    void clear() {
        ring.clear();
        line.setLength(0);
        deaf = false;
    }

    /// Room in the receive buffer, in bytes.
    int free() {
        return ring.free();
    }

    /// Bytes that found no room so far.
    int lost() {
        return ring.lost();
    }
}
