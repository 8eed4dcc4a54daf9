package org.commonwright.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;

class BackgroundTasksTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run);

    private TaskHandle submit(Work<String> work) {
        return tasks.submit(new Messages.Key("task.unexpected", List.of("test")), work, new TaskListener<>() {
            @Override
            public void done(String result) {
                heard.add(result);
            }

            @Override
            public void failed(Fault fault) {
                heard.add(fault.code());
            }

            @Override
            public void cancelled() {
                heard.add("cancelled");
            }
        });
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void eachOutcomeIsToldOnce() throws InterruptedException {
        submit(_ -> "fine");
        assertEquals("fine", next());
        submit(_ -> {
            throw new Fault("machine.link-closed");
        });
        assertEquals("machine.link-closed", next());
        submit(_ -> {
            throw new IllegalStateException("wrong");
        });
        assertEquals("task.unexpected", next());
        tasks.close();
        assertTrue(heard.isEmpty());
    }

    @Test
    void closingCancelsWhatRunsAndWaitsForIt() throws InterruptedException {
        var begun = new CountDownLatch(1);
        submit(progress -> {
            begun.countDown();
            while (true) {
                progress.check();
                Thread.onSpinWait();
            }
        });
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        tasks.close();
        assertEquals("cancelled", heard.poll());
    }

    @Test
    void whatComesAfterTheEndCountsAsCancelled() {
        tasks.close();
        TaskHandle handle = submit(_ -> "late");
        assertEquals("cancelled", heard.poll());
        assertTrue(handle.isDone());
        assertEquals(List.of(), tasks.running());
    }
}
