package org.commonwright.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.commonwright.i18n.Messages;

/// Runs its work one after the other, in the order in which it was asked for, on the threads of other tasks. For work that is
/// large and that nobody waits for: two lists of a million rows at once would take the memory of both. Closing it is the
/// owner's of those threads.
public final class OneByOne implements Tasks {
    private static final int LOOK_MS = 50;

    private final Tasks tasks;
    private final ReentrantLock turn;

    public OneByOne(Tasks tasks) {
        this(tasks, new ReentrantLock(true));
    }

    private OneByOne(Tasks tasks, ReentrantLock turn) {
        this.tasks = tasks;
        this.turn = turn;
    }

    /// The same queue, for work that others run.
    public OneByOne on(Tasks others) {
        return new OneByOne(others, turn);
    }

    @Override
    public <T> TaskHandle submit(Messages.Key title, Work<T> work, TaskListener<T> listener) {
        return tasks.submit(title, progress -> {
            while (!turn.tryLock(LOOK_MS, TimeUnit.MILLISECONDS)) {
                progress.check();
            }
            try {
                progress.check();
                return work.run(progress);
            } finally {
                turn.unlock();
            }
        }, listener);
    }

    @Override
    public void close() {}
}
