package org.commonwright.git.lfs;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.commonwright.task.Progress;

/// Does something that may fail by chance (a line that breaks, a busy server) up to three times.
final class Tries {
    private static final int MOST = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Tries() {}

    /// One try.
    @FunctionalInterface
    interface Attempt<T> {
        /// @param again whether it failed before
        T run(boolean again) throws IOException;
    }

    static <T> T run(Progress progress, Attempt<T> attempt) throws IOException {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; true; i++) {
            progress.check();
            try {
                return attempt.run(i > 1);
            } catch (IOException e) {
                if (i == MOST) {
                    throw e;
                }
                Duration asked = e instanceof BusyException busy ? busy.pause() : Duration.ZERO;
                rest(asked.compareTo(pause) > 0 ? asked : pause, progress);
                pause = pause.multipliedBy(3);
            }
        }
    }

    private static void rest(Duration pause, Progress progress) {
        long end = System.nanoTime() + Math.min(pause.toNanos(), LONGEST_PAUSE.toNanos());
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            progress.check();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
