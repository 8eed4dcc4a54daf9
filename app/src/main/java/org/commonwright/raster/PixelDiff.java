package org.commonwright.raster;

/// Which pixels of two pictures of the same size differ.
///
/// @param changed how many
/// @param all how many the picture has
/// @param left the box of those that changed, in pixels from the upper left; all four are 0 when none did
/// @param right one behind the last
/// @param bottom one behind the last
public record PixelDiff(long changed, long all, int left, int top, int right, int bottom) {
    /// How far a channel may be off: lossy formats never give the same value twice.
    private static final int NOISE = 8;

    /// @param exact whether the smallest difference counts; else one that could be a lossy format's does not
    public static PixelDiff between(Image a, Image b, boolean exact) {
        if (a.width() != b.width() || a.height() != b.height()) {
            throw new IllegalArgumentException("pictures of different sizes have no pixels in common");
        }
        int allowed = exact ? 0 : NOISE;
        long changed = 0;
        int left = a.width();
        int top = a.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                if (differs(a.pixel(x, y), b.pixel(x, y), allowed)) {
                    changed++;
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        long all = (long) a.width() * a.height();
        return changed == 0 ? new PixelDiff(0, all, 0, 0, 0, 0) : new PixelDiff(changed, all, left, top, right, bottom);
    }

    /// Where `b` has another colour, that colour; elsewhere `a`'s, pale.
    ///
    /// @param mark 0xAARRGGBB of a pixel that changed
    public static Image marked(Image a, Image b, int mark, int paper, boolean exact) {
        int allowed = exact ? 0 : NOISE;
        var marked = new Image(a.width(), a.height());
        for (int i = 0; i < a.width() * a.height(); i++) {
            marked.argb()[i] = differs(a.argb()[i], b.argb()[i], allowed)
                    ? mark
                    : Colours.mix(over(a.argb()[i], paper), paper, 0.75);
        }
        return marked;
    }

    private static int over(int colour, int paper) {
        return Colours.mix(paper, colour | 0xFF000000, (colour >>> 24) / 255.0);
    }

    private static boolean differs(int p, int q, int allowed) {
        if (p == q || p >>> 24 == 0 && q >>> 24 == 0) {
            return false;
        }
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((p >>> shift & 255) - (q >>> shift & 255)) > allowed) {
                return true;
            }
        }
        return false;
    }
}
