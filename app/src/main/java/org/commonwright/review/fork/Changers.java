package org.commonwright.review.fork;

import java.util.Arrays;

/// The forks that change one file, by their numbers, which rise: a list while they are few, a bit for each fork once they are many.
final class Changers {
    /// From one of so many forks on, bits are smaller than a list.
    private static final int FEW = 32;
    private static final int WORD = 64;

    private int[] few = new int[2];
    private int size;
    private long[] bits = {};

    void add(int fork) {
        if (size > 0 && few[size - 1] == fork) {
            return;
        }
        if (size == few.length) {
            few = Arrays.copyOf(few, 2 * size);
        }
        few[size++] = fork;
    }

    /// Once all are in.
    ///
    /// @param forks how many there are at all
    void seal(int forks) {
        if (size < forks / FEW) {
            few = Arrays.copyOf(few, size);
            return;
        }
        bits = new long[(forks + WORD - 1) / WORD];
        for (int i = 0; i < size; i++) {
            bits[few[i] / WORD] |= 1L << few[i];
        }
        few = new int[0];
    }

    boolean has(int fork) {
        return bits.length > 0 ? (bits[fork / WORD] & 1L << fork) != 0 : Arrays.binarySearch(few, fork) >= 0;
    }

    /// Adds them to a set of forks.
    void addTo(long[] set) {
        for (int i = 0; i < bits.length; i++) {
            set[i] |= bits[i];
        }
        for (int fork : few) {
            set[fork / WORD] |= 1L << fork;
        }
    }

    /// Counts each of them.
    ///
    /// @param files how many files have just these
    void count(SharedFiles shared, int files) {
        if (bits.length > 0) {
            shared.add(bits, files);
        } else {
            shared.add(few, files);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Changers that && size == that.size && Arrays.equals(bits, that.bits)
                && Arrays.equals(few, that.few);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bits) + Arrays.hashCode(few);
    }
}
