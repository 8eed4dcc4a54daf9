package org.commonwright.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void whatIsWrittenReadsBackAsTheSamePixels() throws DataFormatException {
        var image = new Image(37, 23);
        var random = new Random(5);
        for (int i = 0; i < image.argb().length; i++) {
            image.argb()[i] = 0xff000000 | random.nextInt();
        }
        var in = ByteBuffer.wrap(Png.encode(image));
        assertEquals(0x89504e470d0a1a0aL, in.getLong());
        var data = new ByteArrayOutputStream();
        String type = "";
        while (!type.equals("IEND")) {
            byte[] chunk = new byte[in.getInt() + 4];
            in.get(chunk);
            var crc = new CRC32();
            crc.update(chunk);
            assertEquals((int) crc.getValue(), in.getInt());
            type = new String(chunk, 0, 4, StandardCharsets.US_ASCII);
            if (type.equals("IHDR")) {
                assertEquals(37, ByteBuffer.wrap(chunk).getInt(4));
                assertEquals(23, ByteBuffer.wrap(chunk).getInt(8));
            } else if (type.equals("IDAT")) {
                data.write(chunk, 4, chunk.length - 4);
            }
        }
        assertArrayEquals(image.argb(), pixels(data.toByteArray()));
    }

    private static int[] pixels(byte[] deflated) throws DataFormatException {
        byte[] rows = new byte[23 * (1 + 3 * 37)];
        try (var inflater = new Inflater()) {
            inflater.setInput(deflated);
            assertEquals(rows.length, inflater.inflate(rows));
        }
        int stride = 1 + 3 * 37;
        int[] pixels = new int[37 * 23];
        for (int y = 0; y < 23; y++) {
            assertEquals(2, rows[y * stride]);
            for (int k = 1; k < stride; k++) {
                rows[y * stride + k] += y == 0 ? 0 : rows[(y - 1) * stride + k];
            }
            for (int x = 0; x < 37; x++) {
                int at = y * stride + 1 + 3 * x;
                pixels[y * 37 + x] = 0xff000000 | (rows[at] & 255) << 16 | (rows[at + 1] & 255) << 8
                        | rows[at + 2] & 255;
            }
        }
        return pixels;
    }
}
