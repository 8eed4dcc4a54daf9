package org.commonwright.mesh;

import java.util.concurrent.atomic.AtomicLong;

/// The greatest distance that several threads have found so far, in mm. Distances are never negative, so their bits sort as they
/// do.
final class Worst {
    private final AtomicLong bits;

    /// @param known only what is greater counts
    Worst(double known) {
        bits = new AtomicLong(Double.doubleToRawLongBits(known));
    }

    double get() {
        return Double.longBitsToDouble(bits.get());
    }

    void take(double distance) {
        if (distance > get()) {
            bits.accumulateAndGet(Double.doubleToRawLongBits(distance), Math::max);
        }
    }
}
