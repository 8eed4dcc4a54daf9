package org.commonwright.machine.virtual;

/// A pause of the firmware's main loop, from when it comes to it.
final class Wait implements Step {
    private final long nanos;
    private long until = Long.MIN_VALUE;

    Wait(long nanos) {
        this.nanos = nanos;
    }

    /// When it ends; [Long#MAX_VALUE] when it has not begun.
    long until() {
        return until == Long.MIN_VALUE ? Long.MAX_VALUE : until;
    }

    @Override
    public boolean tryAt(long now) {
        if (until == Long.MIN_VALUE) {
            until = now + nanos;
        }
        return now >= until;
    }
}
