package org.commonwright.workbench.viewer;

/// How large pictures are drawn while the camera moves: half as wide and high where whole ones take longer than a thirtieth of a
/// second, so that the scene follows the hand.
final class DraftSize {
    private static final long SLOW = 33_000_000;
    /// A half picture this quick would be quick enough as a whole one.
    private static final long QUICK = 7_000_000;

    private volatile int divisor = 1;

    /// Pixels of the screen across one of the picture: 1 or 2.
    int divisor() {
        return divisor;
    }

    /// @param nanos that a draft of the size as it is took
    void took(long nanos) {
        if (divisor == 1 && nanos > SLOW) {
            divisor = 2;
        } else if (divisor == 2 && nanos < QUICK) {
            divisor = 1;
        }
    }
}
