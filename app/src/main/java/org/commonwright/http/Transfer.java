package org.commonwright.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;

/// A transfer that is waited for as long as something moves. A cancel or an interrupt ends it within moments.
///
/// @param moved counts the bytes that moved, whichever way
/// @param patience how long nothing at all may move
public record Transfer(AtomicLong moved, Duration patience) {
    private static final long LOOK_MS = 50;

    /// @param told hears of the bytes each time when some have moved, on this thread
    /// @throws CancelledFault when a person cancelled, or this thread was interrupted, which it stays
    /// @throws TimeoutException when nothing moved; the transfer is ended then
    /// @throws ExecutionException with what was met on another thread
    public <T> T await(CompletableFuture<T> answer, LongConsumer told, Progress progress)
            throws ExecutionException, TimeoutException {
        long before = -1;
        long since = System.nanoTime();
        while (true) {
            try {
                return answer.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.cancelled()) {
                    answer.cancel(true);
                    throw new CancelledFault();
                }
                long now = moved.get();
                if (now != before) {
                    before = now;
                    since = System.nanoTime();
                    told.accept(now);
                } else if (System.nanoTime() - since > patience.toNanos()) {
                    answer.cancel(true);
                    throw e;
                }
            } catch (InterruptedException _) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancelledFault();
            }
        }
    }
}
