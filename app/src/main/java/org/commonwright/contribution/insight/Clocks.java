package org.commonwright.contribution.insight;

import org.commonwright.model.Ascent;

/// Times of commits that follow one another, as clocks wrote them: some go wrong, into the future or back to 1970.
final class Clocks {
    /// 1990: earlier ones are of clocks that were never set.
    private static final long SOONEST = 631_152_000;

    private Clocks() {}

    /// The same times, never going back. As many as possible stay as they are (a longest ascending subsequence); a wrong one
    /// becomes that of the commit before it, one at the beginning that of the next.
    ///
    /// @param now none is later
    static long[] inOrder(long[] times, long now) {
        boolean[] right = Ascent.longest(times.length, i -> times[i], i -> times[i] <= now && times[i] >= SOONEST);
        long[] ordered = new long[times.length];
        long last = now;
        for (int i = times.length - 1; i >= 0; i--) {
            last = right[i] ? times[i] : last;
        }
        for (int i = 0; i < times.length; i++) {
            last = right[i] ? times[i] : last;
            ordered[i] = last;
        }
        return ordered;
    }
}
