package org.commonwright.task;

import org.commonwright.error.Fault;

/// Hears how work ended.
public interface TaskListener<T> {
    void done(T result);

    void failed(Fault fault);

    /// A person cancelled; by default nothing more is said.
    default void cancelled() {}
}
