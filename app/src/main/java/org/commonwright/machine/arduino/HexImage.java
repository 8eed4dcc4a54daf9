package org.commonwright.machine.arduino;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;

/// What a program puts into a board's memory: bytes at addresses, with gaps where it says nothing.
public final class HexImage {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int ROW = 16;
    private static final int PAGE = 0x10000;

    private byte[] bytes = new byte[0];
    private final BitSet used = new BitSet();

    /// @return false when another byte stands there already
    boolean put(int address, byte value) {
        if (used.get(address)) {
            return bytes[address] == value;
        }
        if (address >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, address + 1));
        }
        bytes[address] = value;
        used.set(address);
        return true;
    }

    /// How many bytes are written.
    public int size() {
        return used.cardinality();
    }

    /// The first address that is not written any more: what the board's memory must have.
    public int end() {
        return used.length();
    }

    /// The byte at an address; 0xFF, as erased memory reads, where the program says nothing.
    public int at(int address) {
        return used.get(address) ? bytes[address] & 0xFF : 0xFF;
    }

    /// The image as Intel HEX with nothing in it but data, rows of 16 bytes, and the end.
    public String toHex() {
        var text = new StringBuilder();
        int page = 0;
        for (int from = used.nextSetBit(0); from >= 0;) {
            if (from / PAGE != page) {
                page = from / PAGE;
                record(text, 0, 4, new byte[]{(byte) (page >> 8), (byte) page});
            }
            int to = Math.min(used.nextClearBit(from), (from / ROW + 1) * ROW);
            record(text, from % PAGE, 0, Arrays.copyOfRange(bytes, from, to));
            from = used.nextSetBit(to);
        }
        record(text, 0, 1, new byte[0]);
        return text.toString();
    }

    private static void record(StringBuilder text, int address, int type, byte[] data) {
        byte[] head = {(byte) data.length, (byte) (address >> 8), (byte) address, (byte) type};
        int sum = 0;
        for (byte b : head) {
            sum += b;
        }
        for (byte b : data) {
            sum += b;
        }
        text.append(':').append(HEX.formatHex(head)).append(HEX.formatHex(data))
                .append(HEX.toHexDigits((byte) -sum)).append('\n');
    }
}
