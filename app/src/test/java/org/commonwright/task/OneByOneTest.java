package org.commonwright.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private static final Messages.Key TITLE = Messages.Key.of("workbench.arranging");
    private final BackgroundTasks threads = new BackgroundTasks(Runnable::run);
    private final OneByOne tasks = new OneByOne(threads);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void neverTwoAtOnceAndNoneIsLost() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            tasks.submit(TITLE, _ -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.sleep(5);
                now.decrementAndGet();
                return most.get();
            }, listener(done));
        }
        assertTrue(done.await(20, TimeUnit.SECONDS));
        assertEquals(1, most.get());
    }

    @Test
    void whatWaitsCanBeCancelledAndNeverRuns() throws InterruptedException {
        var go = new CountDownLatch(1);
        var began = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var ran = new AtomicInteger();
        tasks.submit(TITLE, _ -> {
            began.countDown();
            return go.await(20, TimeUnit.SECONDS);
        }, listener(ended));
        assertTrue(began.await(20, TimeUnit.SECONDS));
        TaskHandle waiting = tasks.submit(TITLE, _ -> ran.incrementAndGet(), listener(cancelled));
        waiting.cancel();
        assertTrue(cancelled.await(20, TimeUnit.SECONDS));
        assertFalse(ended.await(0, TimeUnit.SECONDS));
        go.countDown();
        assertTrue(ended.await(20, TimeUnit.SECONDS));
        assertEquals(0, ran.get());
    }

    @Test
    void whatFailsGivesTheTurnAway() throws InterruptedException {
        var failed = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        tasks.submit(TITLE, _ -> {
            throw new Fault("files.not-written", "x");
        }, listener(failed));
        tasks.submit(TITLE, _ -> 1, listener(done));
        assertTrue(failed.await(20, TimeUnit.SECONDS));
        assertTrue(done.await(20, TimeUnit.SECONDS));
    }

    private static <T> TaskListener<T> listener(CountDownLatch end) {
        return new TaskListener<>() {
            @Override
            public void done(T result) {
                end.countDown();
            }

            @Override
            public void failed(Fault fault) {
                end.countDown();
            }

            @Override
            public void cancelled() {
                end.countDown();
            }
        };
    }
}
