package org.commonwright.machine.heightmap;

import org.commonwright.raster.Colours;

/// A height map as a picture: low is blue, high is orange, and between them the colour of the paper.
///
/// @param low   of the lowest height, 0xAARRGGBB
/// @param paper half-way
/// @param high  of the highest
/// @param none  where nothing was probed
public record HeightColours(int low, int paper, int high, int none) {
    public static final HeightColours LIGHT = new HeightColours(0xFF2F6FD2, 0xFFF4F5F7, 0xFFD9480F, 0x00000000);
    public static final HeightColours DARK = new HeightColours(0xFF4E8FE8, 0xFF262D36, 0xFFE8743A, 0x00000000);
    private static final double FLAT = 1e-6;

    /// The colour of a height on a map.
    public int of(double height, double lowest, double highest) {
        if (Double.isNaN(height)) {
            return none;
        }
        double part = highest - lowest < FLAT ? 0.5 : Math.clamp((height - lowest) / (highest - lowest), 0, 1);
        return part < 0.5 ? Colours.mix(low, paper, part * 2) : Colours.mix(paper, high, part * 2 - 1);
    }

    /// The map from above, interpolated, its lowest corner at the bottom left.
    ///
    /// @return `width` × `height` pixels, row by row from the top
    public int[] picture(HeightMap map, int width, int height) {
        ProbeGrid grid = map.grid();
        double lowest = map.lowest();
        double highest = map.highest();
        int[] pixels = new int[width * height];
        for (int py = 0; py < height; py++) {
            double y = grid.maxY() - (py + 0.5) / height * (grid.maxY() - grid.minY());
            for (int px = 0; px < width; px++) {
                double x = grid.minX() + (px + 0.5) / width * (grid.maxX() - grid.minX());
                pixels[py * width + px] = of(map.height(x, y), lowest, highest);
            }
        }
        return pixels;
    }
}
