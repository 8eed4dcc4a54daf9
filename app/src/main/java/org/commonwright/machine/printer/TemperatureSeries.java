package org.commonwright.machine.printer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One heater's readings without an end in bounded memory: the last thousand as they came, older ones two by two, still older
/// ones four by four, and so on, each with its lowest and highest. A spike stays visible for ever.
final class TemperatureSeries {
    static final int KEPT = 1024;

    /// The finest first; in each the oldest first.
    private final List<Deque<TemperatureBucket>> levels = new ArrayList<>();

    void add(TemperatureBucket reading) {
        TemperatureBucket carried = reading;
        for (int level = 0;; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayDeque<>());
            }
            Deque<TemperatureBucket> here = levels.get(level);
            here.addLast(carried);
            if (here.size() <= KEPT) {
                return;
            }
            carried = here.removeFirst().and(here.removeFirst());
        }
    }

    /// How many stretches are kept.
    int size() {
        return levels.stream().mapToInt(Deque::size).sum();
    }

    /// What touches this stretch of time, the oldest first.
    List<TemperatureBucket> between(long from, long to) {
        List<TemperatureBucket> found = new ArrayList<>();
        for (Deque<TemperatureBucket> level : levels.reversed()) {
            for (TemperatureBucket bucket : level) {
                if (bucket.to() >= from && bucket.from() <= to) {
                    found.add(bucket);
                }
            }
        }
        return found;
    }
}
