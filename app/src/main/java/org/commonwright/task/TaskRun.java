package org.commonwright.task;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of one piece of work. The top of every task: whatever the work throws ends here and is told to its listener.
final class TaskRun<T> implements TaskHandle, Progress, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);

    private final Messages.Key title;
    private final Work<T> work;
    private final TaskListener<T> listener;
    private final Executor listenerThread;
    private volatile double fraction = -1;
    private volatile Messages.Key saying;
    private volatile boolean cancelled;
    private volatile boolean done;

    TaskRun(Messages.Key title, Work<T> work, TaskListener<T> listener, Executor listenerThread) {
        this.title = title;
        this.work = work;
        this.listener = listener;
        this.listenerThread = listenerThread;
        this.saying = title;
    }

    /// What a listener throws is the listener's own: it is told once, and is nothing that the work did.
    @Override
    public void run() {
        end(outcome());
    }

    private Runnable outcome() {
        try {
            T result = work.run(this);
            return () -> listener.done(result);
        } catch (CancelledFault _) {
            return listener::cancelled;
        } catch (Fault fault) {
            LOG.warn("{} failed: {}", title.key(), fault.getMessage(), fault);
            return () -> listener.failed(fault);
        } catch (IOException e) {
            LOG.warn("{} failed", title.key(), e);
            return () -> listener.failed(new Fault(e, "task.io-failed", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info("{} was interrupted", title.key(), e);
            return listener::cancelled;
        } catch (OutOfMemoryError e) {
            LOG.error("{} needs more memory", title.key(), e);
            return () -> listener.failed(new Fault(e, "task.out-of-memory"));
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed unexpectedly", title.key(), e);
            return () -> listener.failed(new Fault(e, "task.unexpected", e.toString()));
        }
    }

    /// Ends work that never ran.
    void cancelBeforeItBegan() {
        cancelled = true;
        end(listener::cancelled);
    }

    private void end(Runnable tell) {
        done = true;
        listenerThread.execute(tell);
    }

    @Override
    public void update(double newFraction) {
        fraction = newFraction;
    }

    @Override
    public void say(String key, Object... arguments) {
        saying = new Messages.Key(key, List.of(arguments));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public Messages.Key title() {
        return title;
    }

    @Override
    public double fraction() {
        return fraction;
    }

    @Override
    public Messages.Key saying() {
        return saying;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
