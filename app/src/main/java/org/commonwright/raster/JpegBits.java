package org.commonwright.raster;

/// The entropy-coded bits of a scan of a JPEG (ITU-T T.81, annex F.2.2), with the bytes that were stuffed into them taken out.
final class JpegBits {
    private final byte[] file;
    private int at;
    private int held;
    private int count;

    /// The bits end before the picture does.
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1;

        Ended() {
            super("the scan ends early", null, false, false);
        }
    }

    /// A table of codes, as a file writes it: how many there are of each length, and what they stand for.
    static final class Codes {
        private final int[] first = new int[17];
        private final int[] last = new int[17];
        private final int[] index = new int[17];
        private final byte[] values;

        /// @param lengths how many codes have each length, from 1 to 16
        /// @param values what they stand for, the shortest first
        Codes(byte[] lengths, byte[] values) {
            this.values = values;
            int code = 0;
            int seen = 0;
            for (int length = 1; length <= 16; length++) {
                int many = lengths[length - 1] & 0xFF;
                first[length] = code;
                last[length] = many == 0 ? -1 : code + many - 1;
                index[length] = seen;
                code = code + many << 1;
                seen += many;
            }
        }
    }

    /// @param from where the bits begin in the file
    JpegBits(byte[] file, int from) {
        this.file = file;
        this.at = from;
    }

    private int bit() throws Ended {
        if (count == 0) {
            if (at >= file.length || file[at] == (byte) 0xFF && (at + 1 >= file.length || file[at + 1] != 0)) {
                throw new Ended();
            }
            held = file[at] & 0xFF;
            at += held == 0xFF ? 2 : 1;
            count = 8;
        }
        count--;
        return held >> count & 1;
    }

    /// @param many up to 16
    int bits(int many) throws Ended {
        int value = 0;
        for (int i = 0; i < many; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /// What the next code stands for.
    int symbol(Codes codes) throws Ended {
        int code = 0;
        for (int length = 1; length <= 16; length++) {
            code = code << 1 | bit();
            if (code <= codes.last[length]) {
                int found = codes.index[length] + code - codes.first[length];
                if (found < 0 || found >= codes.values.length) {
                    throw new Ended();
                }
                return codes.values[found] & 0xFF;
            }
        }
        throw new Ended();
    }

    /// A signed number of so many bits (T.81, table F.1).
    int signed(int size) throws Ended {
        int value = bits(size);
        return size > 0 && value < 1 << size - 1 ? value - (1 << size) + 1 : value;
    }

    /// Goes behind the marker that parts two intervals of a scan.
    void restart() throws Ended {
        count = 0;
        if (at + 1 >= file.length || file[at] != (byte) 0xFF || (file[at + 1] & 0xF8) != 0xD0) {
            throw new Ended();
        }
        at += 2;
    }
}
