package org.commonwright.machine.protocol;

import java.util.ArrayList;
import java.util.List;

/// Cuts a circle's part or a helix into straight legs.
///
/// @param tolerance how far the firmware's own chords are off the arc, mm (`$12`)
record ArcLegs(double tolerance) {
    /// How far a leg is off the arc, mm.
    private static final double OFF = 0.004;
    /// Rounding of a firmware that reckons with seven digits.
    private static final double ROUNDING = 0.002;
    private static final double WIDEST = Math.toRadians(10);
    /// A larger circle is not followed.
    private static final int MOST = 500;

    /// @param speed mm/s, or more
    /// @return empty where it would take too many
    List<Leg> of(int line, Helix helix, double speed) {
        double radius = Math.max(helix.arc().radius(), OFF);
        double count = Math.ceil(Math.abs(helix.arc().sweep()) / Math.min(WIDEST, 2 * Math.acos(1 - OFF / radius)));
        List<Leg> legs = new ArrayList<>();
        if (!(count <= MOST)) {
            return legs;
        }
        Position last = helix.from();
        for (int k = 1; k <= count; k++) {
            Position next = helix.at(k / count);
            legs.add(new Leg(line, last, next, true, speed, OFF + ROUNDING + tolerance));
            last = next;
        }
        return legs;
    }
}
