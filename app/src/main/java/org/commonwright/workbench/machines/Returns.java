package org.commonwright.workbench.machines;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// How often a device came back of late: one that comes and goes is not connected again and again.
final class Returns {
    private final int most;
    private final long within;
    private final Map<String, Deque<Long>> times = new HashMap<>();

    /// @param most returns in this time that a loose hand may still cause
    /// @param withinNanos the time
    Returns(int most, long withinNanos) {
        this.most = most;
        this.within = withinNanos;
    }

    /// A device is there again.
    ///
    /// @return how often it came back of late when that is too often, else 0
    int again(String device, long now) {
        Deque<Long> of = times.computeIfAbsent(device, _ -> new ArrayDeque<>());
        while (!of.isEmpty() && now - of.getFirst() > within) {
            of.removeFirst();
        }
        if (of.size() >= most) {
            return of.size();
        }
        of.addLast(now);
        return 0;
    }
}
