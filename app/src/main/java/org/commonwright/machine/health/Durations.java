package org.commonwright.machine.health;

import java.util.Arrays;

/// How long many things took, from a microsecond to minutes, in less than 2 KB: counts in steps of about 9 % each, so that
/// the median and the 95th percentile are known to that grain. Adding one costs a few instructions.
public final class Durations {
    private static final int PER_OCTAVE_BITS = 3;
    private static final int PER_OCTAVE = 1 << PER_OCTAVE_BITS;
    private static final int LEAST_BITS = 10;
    private static final int STEPS = 30 * PER_OCTAVE;

    private final int[] counts;
    private int count;
    private long longest;

    public Durations() {
        this.counts = new int[STEPS];
    }

    private Durations(int[] counts, int count, long longest) {
        this.counts = counts;
        this.count = count;
        this.longest = longest;
    }

    void add(long nanos) {
        counts[step(nanos)]++;
        count++;
        longest = Math.max(longest, nanos);
    }

    /// As it is now.
    Durations copy() {
        return new Durations(counts.clone(), count, longest);
    }

    /// What came after `before`, which is an earlier copy of this; its longest is the longest of all.
    Durations since(Durations before) {
        int[] left = counts.clone();
        Arrays.setAll(left, i -> left[i] - before.counts[i]);
        return new Durations(left, count - before.count, longest);
    }

    public int count() {
        return count;
    }

    /// In milliseconds; 0 when nothing was measured.
    public double median() {
        return percentile(50);
    }

    /// In milliseconds; 0 when nothing was measured.
    public double percentile(int percent) {
        long wanted = Math.max(1, (long) count * percent / 100);
        long seen = 0;
        for (int i = 0; i < STEPS; i++) {
            seen += counts[i];
            if (seen >= wanted && counts[i] > 0) {
                return Math.min(middle(i), longest) / 1e6;
            }
        }
        return 0;
    }

    private static int step(long nanos) {
        long at = Math.max(nanos, 1L << LEAST_BITS);
        int octave = 63 - Long.numberOfLeadingZeros(at);
        int part = (int) (at >>> octave - PER_OCTAVE_BITS) & PER_OCTAVE - 1;
        return Math.min(STEPS - 1, (octave - LEAST_BITS) * PER_OCTAVE + part);
    }

    private static double middle(int step) {
        double from = Math.scalb(1.0, LEAST_BITS + step / PER_OCTAVE);
        return from * (1 + (step % PER_OCTAVE + 0.5) / PER_OCTAVE);
    }
}
