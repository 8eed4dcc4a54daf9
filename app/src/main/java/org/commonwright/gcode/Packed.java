package org.commonwright.gcode;

import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;

/// What a file that is called G-code is instead, by its first bytes: read as G-code it would be a hundred findings and no word of
/// what is wrong.
public enum Packed {
    /// Also a 3MF, and the `.gcode.3mf` of some slicers.
    ZIP("gcode.packed-zip", 'P', 'K', 3, 4), GZIP("gcode.packed-gzip", 0x1F, 0x8B),
    /// Prusa's `.bgcode`.
    BINARY("gcode.packed-binary", 'G', 'C', 'D', 'E'), UTF_16("gcode.packed-utf16", 0xFF, 0xFE),
    UTF_16_BIG("gcode.packed-utf16", 0xFE, 0xFF);

    private final String key;
    private final int[] magic;

    Packed(String key, int... magic) {
        this.key = key;
        this.magic = magic;
    }

    /// @param length how many of the bytes are there
    /// @param name the file's, for the sentence
    /// @throws Fault `gcode.packed` when they begin one of these
    public static void refuse(byte[] bytes, int length, String name) {
        for (Packed kind : values()) {
            if (kind.begins(bytes, length)) {
                throw new Fault("gcode.packed", name, Messages.Key.of(kind.key));
            }
        }
    }

    private boolean begins(byte[] bytes, int length) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
