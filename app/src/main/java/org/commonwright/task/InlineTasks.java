package org.commonwright.task;

import org.commonwright.i18n.Messages;

/// Runs work at once on the caller's thread: for tests and for the command line.
public final class InlineTasks implements Tasks {
    @Override
    public <T> TaskHandle submit(Messages.Key title, Work<T> work, TaskListener<T> listener) {
        var run = new TaskRun<>(title, work, listener, Runnable::run);
        run.run();
        return run;
    }

    @Override
    public void close() {}
}
