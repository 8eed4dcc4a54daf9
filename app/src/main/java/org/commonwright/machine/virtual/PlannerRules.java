package org.commonwright.machine.virtual;

/// What a firmware's planner makes of a move, by the settings that it has.
interface PlannerRules {
    /// How fast a move gains and loses speed, mm/s².
    double acceleration(Block block);

    /// The top speed at the corner between two moves, mm/s; the moves' own speeds are looked at by the caller.
    double corner(Block before, Block block);

    /// The speed at which a move may begin out of a stand, mm/s.
    default double start(Block block) {
        return 0;
    }

    /// The corner as if it were a circle that stays within `deviation` mm of it (Sungeun K. Jeon, "Improving Grbl: Cornering
    /// Algorithm", 2011).
    ///
    /// @param cos of the angle by which the way turns: 1 for straight on
    static double deviation(double cos, double acceleration, double deviation) {
        if (cos > 0.999999) {
            return Double.MAX_VALUE;
        }
        double sinHalf = Math.sqrt((1 + Math.max(-1, cos)) / 2);
        return Math.sqrt(acceleration * deviation * sinHalf / (1 - sinHalf));
    }
}
