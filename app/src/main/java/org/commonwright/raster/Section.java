package org.commonwright.raster;

/// A plane across one axis; what lies beyond it is cut away.
///
/// @param axis  0 to 2
/// @param at    where it crosses the axis, mm
/// @param above whether what lies above it on the axis is cut away; else what lies below
public record Section(int axis, double at, boolean above) {
    public Section {
        if (axis < 0 || axis > 2) {
            throw new IllegalArgumentException("axis " + axis);
        }
    }

    /// How far a point is on the side that stays; negative for what is cut away.
    float inside(float x, float y, float z) {
        float value = axis == 0 ? x : axis == 1 ? y : z;
        return (float) (above ? at - value : value - at);
    }
}
