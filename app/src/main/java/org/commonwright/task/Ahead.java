package org.commonwright.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.commonwright.error.Fault;

/// Work on items in their order whose first part needs nothing of the items before: that part is done on other threads, some items
/// ahead, and its results are taken in the same order. Neighbouring items go to the same worker. Close it; for one thread.
///
/// @param <T> what is worked on
/// @param <R> what is ready when the item's turn comes
public final class Ahead<T, R> implements AutoCloseable {
    private static final int CHUNK = 16;
    private static final int CHUNKS_AHEAD = 2;
    private static final int LOOK_MS = 100;

    private final List<T> items;
    private final List<Lane<T, R>> lanes = new ArrayList<>();
    private final Deque<Future<List<R>>> waiting = new ArrayDeque<>();
    private final Progress progress;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int submitted;
    private Iterator<R> ready = Collections.emptyIterator();

    /// Does the first part; one for each thread, which alone uses it.
    ///
    /// @param <T> what is worked on
    /// @param <R> the result
    public interface Worker<T, R> extends AutoCloseable {
        R work(T item);

        @Override
        void close();
    }

    private record Lane<T, R>(ExecutorService thread, Worker<T, R> worker) {}

    /// @param threads how many at a time
    /// @param workers makes a worker
    public Ahead(List<T> items, int threads, Progress progress, Supplier<Worker<T, R>> workers) {
        this.items = items;
        this.progress = progress;
        for (int i = 0; i < threads; i++) {
            lanes.add(new Lane<>(Threads.one("ahead-" + (i + 1)), workers.get()));
        }
        for (int i = 0; i < threads * CHUNKS_AHEAD; i++) {
            submit();
        }
    }

    private void submit() {
        if (submitted < items.size()) {
            Lane<T, R> lane = lanes.get(submitted / CHUNK % lanes.size());
            List<T> chunk = items.subList(submitted, Math.min(items.size(), submitted + CHUNK));
            submitted += chunk.size();
            waiting.add(lane.thread.submit(() -> {
                List<R> results = new ArrayList<>();
                for (T item : chunk) {
                    if (stopped.get()) {
                        throw new CancelledFault();
                    }
                    results.add(lane.worker.work(item));
                }
                return results;
            }));
        }
    }

    /// The result of the next item.
    ///
    /// @throws CancelledFault when a person cancelled; otherwise what the worker threw
    public R next() {
        if (!ready.hasNext()) {
            ready = await(waiting.removeFirst()).iterator();
            submit();
        }
        return ready.next();
    }

    private List<R> await(Future<List<R>> chunk) {
        while (true) {
            try {
                return chunk.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                progress.check();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancelledFault();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case Fault fault -> throw fault;
                    case Error error -> throw error;
                    default -> throw new IllegalStateException("a step failed", e.getCause());
                }
            }
        }
    }

    /// Waits for what runs, and closes the workers.
    @Override
    public void close() {
        stopped.set(true);
        waiting.forEach(chunk -> chunk.cancel(false));
        lanes.forEach(lane -> lane.thread.submit(lane.worker::close));
        lanes.forEach(lane -> lane.thread.close());
    }
}
