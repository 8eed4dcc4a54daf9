package org.commonwright.workbench.tasks;

import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;

/// How a value that is loaded in the background stands. A view shows each of the four, see `LoadedPane`.
public sealed interface Loaded<T> {
    /// There is nothing to load; a view shows its empty state.
    record Nothing<T>() implements Loaded<T> {}

    /// It is being loaded; `title` says what.
    record Loading<T>(Messages.Key title) implements Loaded<T> {}

    record Ready<T>(T value) implements Loaded<T> {}

    record Failed<T>(Fault fault) implements Loaded<T> {}
}
