package org.commonwright.gcode;

/// How fast a machine goes round a corner between two moves.
public sealed interface CornerRule {
    /// As if the corner were a circle that stays within `mm` of it (GRBL's `$11`, Marlin's `M205 J`; Sungeun K. Jeon,
    /// "Improving Grbl: Cornering Algorithm", 2011).
    ///
    /// @param mm            how far the circle may stay from the corner
    /// @param smallSegments whether runs of pieces under 1 mm are taken for the curve that they approximate (Marlin's
    ///                      `JD_HANDLE_SMALL_SEGMENTS`)
    record JunctionDeviation(double mm, boolean smallSegments) implements CornerRule {}

    /// By how much each axis may change its speed at once, mm/s (Marlin's `M205 X Y Z E` with `CLASSIC_JERK`).
    record Jerk(double x, double y, double z, double e) implements CornerRule {}
}
