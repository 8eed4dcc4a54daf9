package org.commonwright.review.comment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Photographs as cameras and programs pack them.
final class Jpegs {
    private Jpegs() {}

    /// A field of colours that run into each other.
    ///
    /// @param mark a white field in the upper left of that many eighths
    /// @param quality 1 to 100
    static byte[] of(int width, int height, int mark, int quality, boolean progressive) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean white = 8 * x < mark * width && 8 * y < mark * height;
                image.setRGB(x, y, white ? 0xFFFFFF : colour(width, height, x, y));
            }
        }
        return packed(image, quality, progressive);
    }

    static int colour(int width, int height, int x, int y) {
        return 200 * x / width << 16 | 200 * y / height << 8 | 90;
    }

    static byte[] packed(BufferedImage image, int quality, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality / 100f);
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
