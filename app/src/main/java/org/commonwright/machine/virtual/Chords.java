package org.commonwright.machine.virtual;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.protocol.Helix;
import org.commonwright.machine.protocol.Position;

/// How firmware cuts an arc into chords, so that the planner's buffer fills as it would.
final class Chords {
    /// Marlin's `MAX_ARC_SEGMENT_MM`, `MIN_ARC_SEGMENT_MM` and `MIN_CIRCLE_SEGMENTS`.
    private static final double LONGEST = 1;
    private static final double SHORTEST = 0.1;
    private static final int CIRCLE = 72;

    /// How many chords an arc becomes.
    @FunctionalInterface
    interface Count {
        /// @param radius mm
        /// @param sweep  radians, positive
        int of(double radius, double sweep);
    }

    private Chords() {}

    /// GRBL's way (`mc_arc`): no chord is farther off the arc than `$12`, mm.
    static Count byTolerance(double tolerance) {
        return (radius, sweep) -> (int) Math.floor(Math.abs(0.5 * sweep * radius)
                / Math.sqrt(Math.max(1e-12, tolerance * (2 * radius - tolerance))));
    }

    /// Marlin's way (`plan_arc`): chords of a millimetre, but 72 to a circle and none below a tenth.
    static int byLength(double radius, double sweep) {
        double flat = radius * sweep;
        double least = Math.max(1, Math.ceil(CIRCLE * sweep / (2 * Math.PI)));
        double wanted = Math.max(Math.floor(flat / LONGEST), least);
        double each = flat / wanted;
        return (int) (each > LONGEST
                ? Math.ceil(flat / LONGEST)
                : each < SHORTEST ? Math.max(1, Math.floor(flat / SHORTEST)) : wanted);
    }

    /// The ends of the chords.
    static List<Position> ends(Helix helix, Count chords) {
        int count = chords.of(helix.arc().radius(), Math.abs(helix.arc().sweep()));
        List<Position> ends = new ArrayList<>();
        for (int k = 1; k < count; k++) {
            ends.add(helix.at((double) k / count));
        }
        ends.add(helix.to());
        return ends;
    }
}
