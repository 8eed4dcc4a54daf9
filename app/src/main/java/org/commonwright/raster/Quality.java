package org.commonwright.raster;

/// How much care goes into a picture.
public enum Quality {
    /// While the camera moves: very large scenes are thinned out so that the picture follows the hand.
    DRAFT,
    /// Everything, one sample a pixel, moves as thin lines.
    PLAIN,
    /// When the camera rests: everything, four samples a pixel, so that edges and lines are smooth; printed beads as wide and
    /// as round as they are.
    FINE
}
