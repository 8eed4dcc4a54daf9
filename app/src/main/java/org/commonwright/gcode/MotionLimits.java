package org.commonwright.gcode;

/// What a machine's planner holds to.
///
/// @param x                   first axis
/// @param y                   second axis
/// @param z                   third axis
/// @param e                   extruder
/// @param acceleration        along the path while cutting or extruding, mm/s² (Marlin's `M204 P`; without end for GRBL)
/// @param travelAcceleration  along the path while travelling (`M204 T`)
/// @param retractAcceleration of filament alone (`M204 R`)
/// @param corner              how corners are taken
/// @param arcTolerance        how far the firmware's chords stay from an arc, mm (GRBL's `$12`); 0 when it has fixed lengths
/// @param arcSegment          the firmware's chord length in mm where it is fixed; 0 when it follows the tolerance
/// @param blocks              how many moves the planner sees ahead
public record MotionLimits(AxisLimit x, AxisLimit y, AxisLimit z, AxisLimit e, double acceleration,
        double travelAcceleration, double retractAcceleration, CornerRule corner, double arcTolerance,
        double arcSegment, int blocks) {
    /// Marlin's `MIN_ARC_SEGMENT_MM` and `MIN_CIRCLE_SEGMENTS`.
    private static final double SHORTEST_SEGMENT = 0.1;
    private static final int CIRCLE = 72;
    private static final double NONE = Double.POSITIVE_INFINITY;

    /// A desktop router on GRBL 1.1: 3,000 mm/min and 200 mm/s² flat, half the acceleration up and down; junction deviation
    /// and arc tolerance as GRBL ships them (`$11=0.010`, `$12=0.002`), 15 blocks free of 16.
    public static MotionLimits grbl() {
        var flat = new AxisLimit(50, 200);
        return new MotionLimits(flat, flat, new AxisLimit(25, 100), new AxisLimit(NONE, NONE), NONE, NONE, NONE,
                new CornerRule.JunctionDeviation(0.01, false), 0.002, 0, 15);
    }

    /// A printer as Marlin's own default configuration has it (`DEFAULT_MAX_FEEDRATE`, `DEFAULT_MAX_ACCELERATION`,
    /// `JUNCTION_DEVIATION_MM`, `BLOCK_BUFFER_SIZE`).
    public static MotionLimits marlin() {
        return new MotionLimits(new AxisLimit(300, 3000), new AxisLimit(300, 3000), new AxisLimit(5, 100),
                new AxisLimit(25, 10000), 3000, 3000, 3000, new CornerRule.JunctionDeviation(0.013, true), 0, 1, 16);
    }

    public static MotionLimits of(Dialect dialect) {
        return dialect == Dialect.GRBL ? grbl() : marlin();
    }

    /// How many radians the firmware's chords turn on an arc of that radius.
    double turnPerChord(double radius) {
        double chord = arcSegment > 0
                ? Math.clamp(arcSegment, SHORTEST_SEGMENT, Math.max(SHORTEST_SEGMENT, 2 * Math.PI * radius / CIRCLE))
                : 2 * Math.sqrt(arcTolerance * Math.max(0, 2 * radius - arcTolerance));
        return Math.clamp(chord / Math.max(radius, 1e-9), 1e-6, Math.PI / 2);
    }
}
