package org.commonwright.mesh;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.task.Parallel;
import org.commonwright.task.Progress;

/// Work over many things, cut in shares that all processors take by turns.
final class Shares {
    private static final int SIZE = 1 << 14;

    private Shares() {}

    /// What is done to the things `[from, to)`.
    @FunctionalInterface
    interface Share {
        void run(int from, int to);
    }

    /// @throws org.commonwright.task.CancelledFault when a person cancelled
    static void of(int count, Progress progress, Share share) {
        if (count <= SIZE) {
            progress.check();
            share.run(0, count);
            return;
        }
        List<Integer> begins = new ArrayList<>();
        for (int begin = 0; begin < count; begin += SIZE) {
            begins.add(begin);
        }
        Parallel.forEach(begins, Runtime.getRuntime().availableProcessors(), progress, (begin, stop) -> {
            stop.check();
            share.run(begin, Math.min(count, begin + SIZE));
        });
    }
}
