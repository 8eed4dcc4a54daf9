package org.commonwright.machine.health;

/// When what was not yet answered has left: a ring that forgets the oldest when it is full.
final class Unanswered {
    private static final long LOST = 2_000_000_000L;

    private final long[] times;
    private final int[] lengths;
    private int head;
    private int size;

    Unanswered(int capacity) {
        this.times = new long[capacity];
        this.lengths = new int[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(long now, int length) {
        if (size == times.length) {
            drop();
        }
        int at = (head + size) % times.length;
        times[at] = now;
        lengths[at] = length;
        size++;
    }

    /// @return when the oldest has left, -1 when nothing waits
    long take() {
        if (size == 0) {
            return -1;
        }
        long time = times[head];
        drop();
        return time;
    }

    int lengthOfOldest() {
        return size == 0 ? 0 : lengths[head];
    }

    /// Gives up what has waited for seconds.
    ///
    /// @return how many
    int expire(long now) {
        int given = 0;
        while (size > 0 && now - times[head] > LOST) {
            drop();
            given++;
        }
        return given;
    }

    void clear() {
        size = 0;
    }

    private void drop() {
        head = (head + 1) % times.length;
        size--;
    }
}
