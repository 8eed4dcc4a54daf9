package org.commonwright.raster;

import java.util.Optional;

/// Width and height of a PNG, GIF, JPEG or BMP, read from its header, so that a small file that unpacks to gigabytes is found
/// out before it is unpacked.
public record PictureSize(int width, int height) {
    private static final int PNG_HEADER = 24;
    private static final int GIF_HEADER = 10;
    private static final int BMP_HEADER = 26;

    /// Empty when the bytes are none of these.
    public static Optional<PictureSize> of(byte[] b) {
        if (b.length >= PNG_HEADER && u8(b, 0) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G') {
            return size(s32be(b, 16), s32be(b, 20));
        }
        if (b.length >= GIF_HEADER && b[0] == 'G' && b[1] == 'I' && b[2] == 'F') {
            return size(u8(b, 6) | u8(b, 7) << 8, u8(b, 8) | u8(b, 9) << 8);
        }
        if (b.length >= BMP_HEADER && b[0] == 'B' && b[1] == 'M') {
            return size(s32le(b, 18), Math.abs(s32le(b, 22)));
        }
        return b.length >= 4 && u8(b, 0) == 0xFF && u8(b, 1) == 0xD8 ? jpeg(b) : Optional.empty();
    }

    public long pixels() {
        return (long) width * height;
    }

    /// Walks the segments to the frame header (SOF0 … SOF15 without DHT, JPG, DAC; ITU-T T.81, table B.1).
    private static Optional<PictureSize> jpeg(byte[] b) {
        int at = 2;
        while (at + 9 < b.length && u8(b, at) == 0xFF) {
            int marker = u8(b, at + 1);
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return size(u8(b, at + 7) << 8 | u8(b, at + 8), u8(b, at + 5) << 8 | u8(b, at + 6));
            }
            at += marker == 0xFF ? 1 : 2 + Math.max(2, u8(b, at + 2) << 8 | u8(b, at + 3));
        }
        return Optional.empty();
    }

    private static Optional<PictureSize> size(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new PictureSize(width, height)) : Optional.empty();
    }

    private static int u8(byte[] b, int at) {
        return b[at] & 0xFF;
    }

    private static int s32be(byte[] b, int at) {
        return u8(b, at) << 24 | u8(b, at + 1) << 16 | u8(b, at + 2) << 8 | u8(b, at + 3);
    }

    private static int s32le(byte[] b, int at) {
        return u8(b, at) | u8(b, at + 1) << 8 | u8(b, at + 2) << 16 | u8(b, at + 3) << 24;
    }
}
