package org.commonwright.workbench.pictures;

import java.util.concurrent.atomic.AtomicInteger;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;

/// Knows how much work is still under way, listeners included, so that a picture is taken when the window has come to rest.
final class CountingTasks implements Tasks {
    private final Tasks tasks;
    private final AtomicInteger underWay = new AtomicInteger();

    CountingTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    boolean idle() {
        return underWay.get() == 0;
    }

    @Override
    public <T> TaskHandle submit(Messages.Key title, Work<T> work, TaskListener<T> listener) {
        underWay.incrementAndGet();
        return tasks.submit(title, work, new TaskListener<T>() {
            @Override
            public void done(T result) {
                ended(() -> listener.done(result));
            }

            @Override
            public void failed(Fault fault) {
                ended(() -> listener.failed(fault));
            }

            @Override
            public void cancelled() {
                ended(listener::cancelled);
            }
        });
    }

    private void ended(Runnable tell) {
        try {
            tell.run();
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public void close() {
        tasks.close();
    }
}
