package org.commonwright.raster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes pictures as PNG (ISO/IEC 15948): eight bits a channel, no alpha.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {}

    public static byte[] encode(Image image) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(image.width()).putInt(image.height());
        // 8 bits, colour type 2 (red, green, blue), the only compression and filter methods there are, not interlaced.
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(out, "IHDR", header.array(), 13);
        byte[] data = deflate(rows(image));
        chunk(out, "IDAT", data, data.length);
        chunk(out, "IEND", new byte[0], 0);
        return out.toByteArray();
    }

    /// Each row begins with its filter: 2, the difference to the row above, which suits gradients and flat areas.
    private static byte[] rows(Image image) {
        int stride = 1 + 3 * image.width();
        byte[] rows = new byte[stride * image.height()];
        for (int y = 0; y < image.height(); y++) {
            int at = y * stride;
            rows[at++] = 2;
            for (int x = 0; x < image.width(); x++) {
                int above = y == 0 ? 0 : image.pixel(x, y - 1);
                int here = image.pixel(x, y);
                rows[at++] = (byte) ((here >> 16) - (above >> 16));
                rows[at++] = (byte) ((here >> 8) - (above >> 8));
                rows[at++] = (byte) (here - above);
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] data) {
        try (var deflater = new Deflater(6)) {
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream(data.length / 4 + 64);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(name);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
