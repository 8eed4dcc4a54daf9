package org.commonwright.task;

import org.commonwright.i18n.Messages;

/// Runs work away from the window and hands its outcome back to it.
public interface Tasks extends AutoCloseable {
    /// Starts `work`; `listener` hears of it on the listener's thread (the window's, or the caller's in tests).
    ///
    /// @param title what a person reads in the status bar
    <T> TaskHandle submit(Messages.Key title, Work<T> work, TaskListener<T> listener);

    /// Cancels what still runs and waits for it; what does not hear is interrupted after some seconds.
    @Override
    void close();
}
