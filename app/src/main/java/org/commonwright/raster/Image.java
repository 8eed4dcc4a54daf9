package org.commonwright.raster;

/// Pixels, row by row from the top left, each 0xAARRGGBB.
///
/// @param width  pixels in a row
/// @param height rows
/// @param argb   width × height pixels, written in place by the renderer
public record Image(int width, int height, int[] argb) {
    public Image {
        if (width < 1 || height < 1 || argb.length < width * height) {
            throw new IllegalArgumentException(width + " × " + height + " pixels do not fit in " + argb.length);
        }
    }

    public Image(int width, int height) {
        this(width, height, new int[width * height]);
    }

    public int pixel(int x, int y) {
        return argb[y * width + x];
    }
}
