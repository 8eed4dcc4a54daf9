package org.commonwright.machine.virtual;

/// A firmware's receive buffer: what does not fit is lost without a word, as on the real chip.
final class ReceiveRing {
    private final byte[] ring;
    private int head;
    private int size;
    private int lost;

    ReceiveRing(int capacity) {
        this.ring = new byte[capacity];
    }

    void put(byte b) {
        if (size == ring.length) {
            lost++;
        } else {
            ring[(head + size++) % ring.length] = b;
        }
    }

    /// @return the next byte, -1 when there is none
    int take() {
        if (size == 0) {
            return -1;
        }
        int b = ring[head] & 0xFF;
        head = (head + 1) % ring.length;
        size--;
        return b;
    }

    int free() {
        return ring.length - size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /// Bytes that found no room so far.
    int lost() {
        return lost;
    }
}
