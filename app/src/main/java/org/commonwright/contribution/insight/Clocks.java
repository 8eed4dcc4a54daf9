package org.commonwright.contribution.insight;

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
        boolean[] right = right(times, now);
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

    private static boolean[] right(long[] times, long now) {
        int[] ends = new int[times.length];
        int[] before = new int[times.length];
        int length = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > now || times[i] < SOONEST) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[ends[middle]] <= times[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] right = new boolean[times.length];
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            right[i] = true;
        }
        return right;
    }
}
