package org.commonwright.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

    @Test
    void eachIsDoneOnce() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        var times = new AtomicInteger();
        Parallel.forEach(MANY, 3, Progress.NONE, (item, _) -> {
            done.add(item);
            times.incrementAndGet();
        });
        assertEquals(Set.copyOf(MANY), done);
        assertEquals(MANY.size(), times.get());
    }

    @Test
    void severalAreUnderWayTogether() {
        var all = new CountDownLatch(3);
        Parallel.forEach(List.of(1, 2, 3), 3, Progress.NONE, (_, _) -> {
            all.countDown();
            await(all);
        });
        assertEquals(0, all.getCount());
    }

    @Test
    void whatOneThrowsIsThrownAndEndsTheOthers() {
        var fault = new Fault("files.missing", "a");
        var begun = new AtomicInteger();
        Fault met = assertThrows(Fault.class, () -> Parallel.forEach(MANY, 1, Progress.NONE, (item, _) -> {
            begun.incrementAndGet();
            if (item == 7) {
                throw fault;
            }
        }));
        assertSame(fault, met);
        assertEquals(8, begun.get());
    }

    @Test
    void aCancelReachesTheStepsThatAreUnderWay() {
        var cancelled = new AtomicBoolean();
        var told = new AtomicBoolean();
        assertThrows(CancelledFault.class,
                () -> Parallel.forEach(MANY, 2, Progress.silent(cancelled::get), (_, progress) -> {
                    cancelled.set(true);
                    while (!progress.cancelled()) {
                        Thread.onSpinWait();
                    }
                    told.set(true);
                }));
        assertTrue(told.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
