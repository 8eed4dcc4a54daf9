package org.commonwright.task;

import org.commonwright.error.Fault;

/// A person cancelled this work.
public final class CancelledFault extends Fault {
    private static final long serialVersionUID = 1L;

    public CancelledFault() {
        super("task.cancelled");
    }
}
