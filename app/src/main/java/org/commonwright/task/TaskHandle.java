package org.commonwright.task;

import org.commonwright.i18n.Messages;

/// One piece of running work, as the status bar sees it.
public interface TaskHandle {
    Messages.Key title();

    /// Done so far, 0 to 1; negative when unknown.
    double fraction();

    /// What it last said, its title before that.
    Messages.Key saying();

    boolean isDone();

    void cancel();
}
