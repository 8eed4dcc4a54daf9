package org.commonwright.raster;

/// How one item of a scene is drawn: its parts are numbered from 0.
interface Layer {
    /// How many parts it has: triangles, lines.
    int parts();

    /// Points that are taken to pixels before anything is drawn; 0 when that is done while drawing.
    default int points() {
        return 0;
    }

    /// Takes points `[from, to)` to pixels.
    default void project(View view, int from, int to) {}

    /// Draws parts `[from, to)`; `to - from` is at most [Target#CHUNK].
    ///
    /// @param number of the layer's part 0 in the picture
    void draw(View view, Target target, int from, int to, int number);

    /// The colour of a part at the middle of a pixel.
    int colour(int part, int px, int py);
}
