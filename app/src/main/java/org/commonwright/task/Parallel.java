package org.commonwright.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;

/// One piece of work that consists of many which wait for others, a few at a time.
public final class Parallel {
    private static final int LOOK_MS = 100;

    private Parallel() {}

    /// What is done to one of them.
    ///
    /// @param <T> what is worked on
    @FunctionalInterface
    public interface Step<T> {
        /// @param progress tells when all is to stop; only that may be asked of it
        void run(T item, Progress progress);
    }

    /// Runs `step` for each item and returns when all are done. The first one that throws ends the others.
    ///
    /// @param threads how many at a time
    /// @throws CancelledFault when a person cancelled; otherwise what a step threw
    public static <T> void forEach(Collection<T> items, int threads, Progress progress, Step<T> step) {
        var open = new ConcurrentLinkedQueue<T>(items);
        var stop = new AtomicBoolean();
        Progress inner = Progress.silent(stop::get);
        ExecutorService executor = Threads.some(threads, "part");
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, items.size()); i++) {
                running.add(executor.submit(() -> {
                    try {
                        for (T item = open.poll(); item != null && !stop.get(); item = open.poll()) {
                            step.run(item, inner);
                        }
                    } catch (RuntimeException | Error e) {
                        stop.set(true);
                        throw e;
                    }
                }));
            }
            await(running, stop, progress);
        } finally {
            executor.shutdown();
        }
    }

    private static void await(List<Future<?>> running, AtomicBoolean stop, Progress progress) {
        boolean cancelled = false;
        boolean interrupted = false;
        Throwable failed = null;
        for (Future<?> one : running) {
            boolean done = false;
            while (!done) {
                try {
                    one.get(LOOK_MS, TimeUnit.MILLISECONDS);
                    done = true;
                } catch (TimeoutException _) {
                    cancelled |= progress.cancelled();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    done = true;
                    boolean better = failed == null || failed instanceof CancelledFault;
                    failed = better ? e.getCause() : failed;
                }
                if (cancelled || interrupted) {
                    stop.set(true);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (cancelled || interrupted) {
            throw new CancelledFault();
        }
        switch (failed) {
            case null -> {
            }
            case Fault fault -> throw fault;
            case Error error -> throw error;
            default -> throw new IllegalStateException("a step failed", failed);
        }
    }
}
