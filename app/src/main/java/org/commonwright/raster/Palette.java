package org.commonwright.raster;

/// Colours for values and for classes, chosen to be told apart on light and dark ground, also by people who see red and green alike.
public final class Palette {
    private static final int[] SCALE = {0xff3b4cc0, 0xff2a8fbd, 0xff2aa876, 0xffb8b832, 0xffe8932c, 0xffd1383a};
    private static final int[] APART = {0xff7f8c99, 0xff0f766e, 0xffd97706, 0xff2f6fd2, 0xffb83280, 0xff5f8f1e,
            0xff7c4dbd, 0xffc0392b, 0xff0891b2, 0xff92610f, 0xff64748b, 0xffdb6b97};

    private Palette() {}

    /// From low (0, blue) to high (1, red).
    public static int scale(double part) {
        double at = Math.clamp(part, 0, 1) * (SCALE.length - 1);
        int i = Math.min(SCALE.length - 2, (int) at);
        return Colours.mix(SCALE[i], SCALE[i + 1], at - i);
    }

    /// One of a dozen that differ.
    public static int apart(int number) {
        return APART[Math.floorMod(number, APART.length)];
    }
}
