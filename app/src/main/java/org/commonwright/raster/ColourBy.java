package org.commonwright.raster;

/// What the moves of a toolpath are coloured by.
public enum ColourBy {
    /// Cut, arc, rapid; extruded, travel.
    KIND,
    /// What the slicer says is laid down.
    FEATURE,
    /// The speed that the program asks for.
    SPEED,
    /// How long the layer takes.
    LAYER_TIME,
    /// The tool, or the printer's extruder.
    TOOL
}
