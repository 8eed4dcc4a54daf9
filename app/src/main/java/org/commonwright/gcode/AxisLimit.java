package org.commonwright.gcode;

/// What one axis can do.
///
/// @param speed        mm/s
/// @param acceleration mm/s²
public record AxisLimit(double speed, double acceleration) {}
