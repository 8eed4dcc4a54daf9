package org.commonwright.review.fork;

/// In how many of many sets each fork is. Large sets are added sixty-four forks at a time: the counts stand upright, one bit of each in
/// a plane, and adding a set is adding with carry from plane to plane, which on average goes two planes deep.
final class SharedFiles {
    private static final int WORD = 64;
    private static final int PLANES = 32;

    private final int[] counts;
    private final long[][] planes = new long[PLANES][];
    private final int words;
    private int used;

    SharedFiles(int forks) {
        this.counts = new int[forks];
        this.words = (forks + WORD - 1) / WORD;
    }

    void add(int[] forks, int files) {
        for (int fork : forks) {
            counts[fork] += files;
        }
    }

    /// @param set a bit for each fork
    void add(long[] set, int files) {
        for (int plane = 0; files >> plane != 0; plane++) {
            if ((files >> plane & 1) != 0) {
                carry(set, plane);
            }
        }
    }

    private void carry(long[] set, int from) {
        for (int word = 0; word < words; word++) {
            long carried = set[word];
            for (int plane = from; carried != 0; plane++) {
                long[] sums = plane(plane);
                long before = sums[word];
                sums[word] = before ^ carried;
                carried &= before;
            }
        }
    }

    private long[] plane(int number) {
        for (; used <= number; used++) {
            planes[used] = new long[words];
        }
        return planes[number];
    }

    /// The count of each fork.
    int[] counts() {
        for (int plane = 0; plane < used; plane++) {
            for (int word = 0; word < words; word++) {
                for (long left = planes[plane][word]; left != 0; left &= left - 1) {
                    counts[word * WORD + Long.numberOfTrailingZeros(left)] += 1 << plane;
                }
            }
        }
        return counts;
    }
}
