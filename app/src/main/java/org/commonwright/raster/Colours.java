package org.commonwright.raster;

/// Arithmetic on 0xAARRGGBB.
public final class Colours {
    private Colours() {}

    /// From `a` (part 0) to `b` (part 1), channel by channel.
    public static int mix(int a, int b, double part) {
        int mixed = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            double from = a >>> shift & 255;
            double to = b >>> shift & 255;
            mixed |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return mixed;
    }

    /// One row of a picture from two rows of one twice as wide and high: each pixel the mean of four.
    static void halve(int[] fine, int fineWidth, int row, int[] to, int width) {
        int above = 2 * row * fineWidth;
        int below = above + fineWidth;
        for (int x = 0; x < width; x++) {
            int a = fine[above + 2 * x];
            int b = fine[above + 2 * x + 1];
            int c = fine[below + 2 * x];
            int d = fine[below + 2 * x + 1];
            // Red and blue are summed in one number, ten bits each; they do not meet.
            int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002 >>> 2 & 0xff00ff;
            int green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) + 0x200 >>> 2 & 0xff00;
            to[row * width + x] = 0xff000000 | redBlue | green;
        }
    }
}
