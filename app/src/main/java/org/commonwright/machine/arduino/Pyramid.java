package org.commonwright.machine.arduino;

import java.util.Arrays;

/// A row of numbers without end in memory with an end. The newest numbers are kept as they are; of older ones the lowest and the
/// highest of each eight, of each 64, and so on: each level reaches eight times as far back as the one below it. So a curve is
/// drawn true at every width of the window, and no peak is lost.
final class Pyramid {
    /// Numbers that are kept as they are.
    static final int EXACT = 131_072;
    private static final int FACTOR = 8;
    private static final int BUCKETS = 16_384;
    private static final int START = 256;

    private final Level exact = new Level(EXACT);
    private final Level[] levels = new Level[12];
    private long count;

    /// The lowest and the highest of some numbers; NaN when there is none.
    record Span(double low, double high) {
        static final Span NONE = new Span(Double.NaN, Double.NaN);

        Span with(Span other) {
            if (Double.isNaN(low)) {
                return other;
            }
            return Double.isNaN(other.low) ? this : new Span(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    /// @param value NaN where there is none
    void add(double value) {
        exact.add(value, value);
        count++;
        Level below = exact;
        long size = FACTOR;
        for (int i = 0; i < levels.length && count % size == 0; i++, size *= FACTOR) {
            if (levels[i] == null) {
                levels[i] = new Level(BUCKETS);
            }
            Span span = below.newest(FACTOR);
            levels[i].add(span.low, span.high);
            below = levels[i];
        }
    }

    long count() {
        return count;
    }

    /// The first number that is still kept as it is.
    long firstExact() {
        return exact.first();
    }

    /// One number; NaN when it is not kept as it is.
    double at(long index) {
        return index >= exact.first() && index < count ? exact.span(index).low : Double.NaN;
    }

    /// The lowest and highest from one number up to another, which is not in it. Where the range is cut finer than what is kept, its
    /// neighbours count too.
    Span span(long from, long to) {
        long start = Math.max(0, from);
        long end = Math.min(count, to);
        int level = -1;
        for (long size = FACTOR; level + 1 < levels.length && size * 2 <= end - start; size *= FACTOR) {
            level++;
        }
        return start >= end ? Span.NONE : span(start, end, level);
    }

    private Span span(long from, long to, int wanted) {
        int i = wanted;
        while (i < levels.length && level(i) != null && from < level(i).first() * size(i)) {
            i++;
        }
        Level level = i < levels.length ? level(i) : null;
        if (level == null) {
            // No level has been there for long enough to have lost it.
            return wanted < 0 ? Span.NONE : span(from, to, wanted - 1);
        }
        long size = size(i);
        long last = Math.min(level.end(), (to + size - 1) / size);
        Span found = Span.NONE;
        for (long bucket = from / size; bucket < last; bucket++) {
            found = found.with(level.span(bucket));
        }
        long rest = Math.max(from, last * size);
        return rest < to && i >= 0 ? found.with(span(rest, to, i - 1)) : found;
    }

    /// -1 is the exact one.
    private Level level(int i) {
        return i < 0 ? exact : levels[i];
    }

    private static long size(int i) {
        long size = 1;
        for (int k = 0; k <= i; k++) {
            size *= FACTOR;
        }
        return size;
    }

    /// A ring of spans that grows up to its size.
    private static final class Level {
        private final int most;
        private double[] lows = new double[START];
        private double[] highs = new double[START];
        private long end;

        Level(int most) {
            this.most = most;
        }

        void add(double low, double high) {
            if (end == lows.length && lows.length < most) {
                lows = Arrays.copyOf(lows, lows.length * 2);
                highs = Arrays.copyOf(highs, lows.length);
            }
            int at = (int) (end % lows.length);
            lows[at] = low;
            highs[at] = high;
            end++;
        }

        long first() {
            return Math.max(0, end - lows.length);
        }

        long end() {
            return end;
        }

        Span span(long index) {
            int at = (int) (index % lows.length);
            return new Span(lows[at], highs[at]);
        }

        Span newest(int many) {
            Span found = Span.NONE;
            for (long i = end - many; i < end; i++) {
                found = found.with(span(i));
            }
            return found;
        }
    }
}
