package org.commonwright.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.commonwright.Seed;
import org.junit.jupiter.api.Test;

/// Means of blocks against those of the whole picture, and bytes that are no picture.
class JpegReaderTest {
    private static final long MOST = 1_000_000;

    private static byte[] packed(BufferedImage image, boolean progressive) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.9f);
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /// Large soft fields, so that colours kept at half the size say the same.
    private static BufferedImage picture(int width, int height, int type, Random random) {
        var image = new BufferedImage(width, height, type);
        int red = random.nextInt(200);
        int green = random.nextInt(200);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, red + 50 * x / width << 16 | green + 50 * y / height << 8 | 128 * (x + y)
                        / (width + height));
            }
        }
        return image;
    }

    @Test
    void everyBlockHasItsMean() throws IOException {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            int type = round % 3 == 0 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
            BufferedImage image = picture(1 + random.nextInt(150), 1 + random.nextInt(150), type, random);
            String which = "seed " + seed + ", round " + round + ", " + image.getWidth() + " × " + image.getHeight();
            Image read = JpegReader.eighth(packed(image, round % 2 == 0), MOST).orElseThrow();
            assertEquals((image.getWidth() + 7) / 8, read.width(), which);
            assertEquals((image.getHeight() + 7) / 8, read.height(), which);
            for (int y = 0; y < image.getHeight() / 16 * 2; y++) {
                for (int x = 0; x < image.getWidth() / 16 * 2; x++) {
                    for (int c = 0; c < 3; c++) {
                        assertEquals(mean(image, x, y, c), read.pixel(x, y) >> 8 * c & 255, 10, which);
                    }
                }
            }
        }
    }

    private static double mean(BufferedImage image, int column, int row, int channel) {
        double sum = 0;
        for (int i = 0; i < 64; i++) {
            int band = image.getRaster().getNumBands() == 1 ? 0 : 2 - channel;
            sum += image.getRaster().getSample(8 * column + i % 8, 8 * row + i / 8, band);
        }
        return sum / 64;
    }

    @Test
    void damagedOnesEndInNothingAndNeverOtherwise() throws IOException {
        long seed = Seed.chosen();
        var random = new Random(seed);
        byte[][] whole = {packed(picture(70, 50, BufferedImage.TYPE_INT_RGB, random), true),
                packed(picture(70, 50, BufferedImage.TYPE_INT_RGB, random), false)};
        for (int round = 0; round < 4_000; round++) {
            byte[] bytes = whole[round % 2].clone();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            JpegReader.eighth(bytes, MOST);
            JpegReader.eighth(cut, MOST);
        }
        assertTrue(JpegReader.eighth(whole[0], 70 * 50 - 1).isEmpty());
        assertTrue(JpegReader.eighth(Arrays.copyOf(whole[1], whole[1].length / 2), MOST).isEmpty());
        assertTrue(JpegReader.eighth(new byte[]{(byte) 0xFF, (byte) 0xD8, 0, 0, 0}, MOST).isEmpty());
    }
}
