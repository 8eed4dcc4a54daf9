package org.commonwright.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.commonwright.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs each piece of work on a thread of its own; listeners hear on `listenerThread` (the window's). What is asked for after
/// the end counts as cancelled.
public final class BackgroundTasks implements Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final int PATIENCE_S = 5;

    private final ExecutorService threads = Threads.asMany("task");
    private final Executor listenerThread;
    private final List<TaskRun<?>> runs = new CopyOnWriteArrayList<>();

    public BackgroundTasks(Executor listenerThread) {
        this.listenerThread = listenerThread;
    }

    @Override
    public <T> TaskHandle submit(Messages.Key title, Work<T> work, TaskListener<T> listener) {
        var run = new TaskRun<>(title, work, listener, listenerThread);
        runs.add(run);
        try {
            threads.execute(() -> {
                try {
                    run.run();
                } finally {
                    runs.remove(run);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("{} comes after the end", title.key(), e);
            runs.remove(run);
            run.cancelBeforeItBegan();
        }
        return run;
    }

    /// What runs now, for the status bar.
    public List<TaskHandle> running() {
        return List.copyOf(runs);
    }

    @Override
    public void close() {
        runs.forEach(TaskRun::cancel);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
                LOG.warn("interrupting work that does not hear of its cancelling: {}", titles());
                threads.shutdownNow();
                threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            LOG.info("interrupted while waiting for work to end: {}", titles(), e);
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private List<String> titles() {
        return runs.stream().map(run -> run.title().key()).toList();
    }
}
