package org.commonwright.contribution.pass;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How many more or fewer lines of each commit a file has than it had before. Added up from a history's beginning along first
/// parents, these are the lines that are there, at every moment on the way.
public final class LineDelta {
    static final LineDelta NONE = new LineDelta(new int[0]);

    /// Pair after pair: a commit, in ascending order, and how many lines of it came or (negative) went.
    private final int[] pairs;

    private LineDelta(int[] pairs) {
        this.pairs = pairs;
    }

    /// What [#forEach] calls.
    @FunctionalInterface
    public interface DeltaConsumer {
        void delta(int commit, int lines);
    }

    /// @param before null for a file that was not there or whose lines are not followed
    static LineDelta between(@Nullable LineOrigins before, @Nullable LineOrigins after) {
        int[] older = before == null ? NONE.pairs : before.runs();
        int[] newer = after == null ? NONE.pairs : after.runs();
        long[] sorted = new long[(older.length + newer.length) / 2];
        int n = 0;
        for (int i = 0; i < older.length; i += 2) {
            sorted[n++] = (long) older[i] << 32 | (i == 0 ? older[1] : older[i + 1] - older[i - 1]) * -1 & 0xffffffffL;
        }
        for (int i = 0; i < newer.length; i += 2) {
            sorted[n++] = (long) newer[i] << 32 | (i == 0 ? newer[1] : newer[i + 1] - newer[i - 1]);
        }
        Arrays.sort(sorted);
        int[] pairs = new int[2 * n];
        int end = 0;
        for (int i = 0; i < n;) {
            int commit = (int) (sorted[i] >> 32);
            int lines = 0;
            for (; i < n && (int) (sorted[i] >> 32) == commit; i++) {
                lines += (int) sorted[i];
            }
            if (lines != 0) {
                pairs[end++] = commit;
                pairs[end++] = lines;
            }
        }
        return end == 0 ? NONE : new LineDelta(Arrays.copyOf(pairs, end));
    }

    static LineDelta ofPairs(int[] pairs) {
        return new LineDelta(pairs);
    }

    int[] pairs() {
        return pairs;
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    public void forEach(DeltaConsumer consumer) {
        for (int i = 0; i < pairs.length; i += 2) {
            consumer.delta(pairs[i], pairs[i + 1]);
        }
    }

    /// How many lines of one commit came.
    public int of(int commit) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == commit) {
                return pairs[i + 1];
            }
        }
        return 0;
    }
}
