package org.commonwright;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Holds work to a time of its thread on a processor, which is the same on a computer that does much else. What waits instead of
/// working is given up after twenty times as long.
public final class Soon {
    private static final long LOOK_MS = 20;
    private static final int WAITING = 20;

    private Soon() {}

    public static <T> T within(Duration processor, Callable<T> work) throws Exception {
        return within(processor, "it", work);
    }

    /// @param what said where it takes longer
    private static <T> T within(Duration processor, String what, Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().name("soon").start(task);
        long given = System.nanoTime() + processor.toNanos() * WAITING;
        while (true) {
            try {
                return task.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause().toString(), e.getCause());
            } catch (TimeoutException _) {
                long used = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
                if (used > processor.toNanos() || System.nanoTime() > given) {
                    task.cancel(true);
                    throw new AssertionError(what + " takes more than " + processor.toSeconds() + " s of a processor");
                }
            }
        }
    }

    public static void done(Duration processor, Part work) throws Exception {
        done(processor, "it", work);
    }

    /// @param what said where it takes longer
    public static void done(Duration processor, String what, Part work) throws Exception {
        within(processor, what, () -> {
            work.run();
            return true;
        });
    }

    /// Work that gives nothing back.
    @FunctionalInterface
    public interface Part {
        void run() throws Exception;
    }
}
