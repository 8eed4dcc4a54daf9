package org.commonwright.machine.virtual;

import org.commonwright.machine.protocol.Position;

/// What lies under a virtual machine's probe: its height at each place, all in the machine's own millimetres.
@FunctionalInterface
public interface Surface {
    /// Nothing to touch.
    Surface NONE = (_, _) -> Double.NEGATIVE_INFINITY;

    double z(double x, double y);

    /// A board as one finds it on a spoil board: a millimetre below the machine's zero, tilted, bowed, a little wavy; within a
    /// quarter of a millimetre. The same for the same seed.
    static Surface board(long seed) {
        double turn = seed * 0.7;
        double tilt = 0.0008;
        return (x, y) -> -1 + tilt * (x * Math.cos(turn) + y * Math.sin(turn)) / 2
                + 0.06 * Math.sin(x / 31 + turn) * Math.cos(y / 23 - turn) + 0.02 * Math.sin((x + y) / 9);
    }

    /// The same, somewhere else.
    default Surface moved(Position by) {
        return (x, y) -> z(x - by.x(), y - by.y()) + by.z();
    }

    /// Whether a probe there has contact.
    default boolean touches(Position tip) {
        return tip.z() <= z(tip.x(), tip.y());
    }
}
