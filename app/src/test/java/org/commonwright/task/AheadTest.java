package org.commonwright.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;

class AheadTest {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger closed = new AtomicInteger();

    private Ahead.Worker<Integer, Integer> worker(int refuses) {
        return new Ahead.Worker<>() {
            @Override
            public Integer work(Integer item) {
                threads.add(Thread.currentThread());
                if (item == refuses) {
                    throw new Fault("task.cancelled");
                }
                return item * item;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    @Test
    void resultsComeInTheOrderOfTheItemsFromOtherThreads() {
        List<Integer> items = IntStream.range(0, 500).boxed().toList();
        List<Integer> results = new ArrayList<>();
        try (var ahead = new Ahead<>(items, 3, Progress.NONE, () -> worker(-1))) {
            items.forEach(_ -> results.add(ahead.next()));
        }
        assertEquals(items.stream().map(i -> i * i).toList(), results);
        assertEquals(3, threads.size());
        assertTrue(!threads.contains(Thread.currentThread()));
        assertEquals(3, closed.get());
    }

    @Test
    void whatAWorkerThrowsIsThrownWhenItsTurnComesAndAllAreClosed() {
        List<Integer> items = IntStream.range(0, 100).boxed().toList();
        List<Integer> results = new ArrayList<>();
        try (var ahead = new Ahead<>(items, 2, Progress.NONE, () -> worker(40))) {
            assertThrows(Fault.class, () -> items.forEach(_ -> results.add(ahead.next())));
        }
        assertEquals(32, results.size());
        assertEquals(2, closed.get());
    }

    @Test
    void cancellingEndsIt() {
        List<Integer> items = IntStream.range(0, 1000).boxed().toList();
        var asked = new CountDownLatch(1);
        Progress cancelled = Progress.silent(() -> {
            asked.countDown();
            return true;
        });
        var slow = new Ahead.Worker<Integer, Integer>() {
            @Override
            public Integer work(Integer item) {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return item;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (var ahead = new Ahead<Integer, Integer>(items, 1, cancelled, () -> slow)) {
            assertThrows(CancelledFault.class, ahead::next);
        }
        assertEquals(1, closed.get());
    }
}
