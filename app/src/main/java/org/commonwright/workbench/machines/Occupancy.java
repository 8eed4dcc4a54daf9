package org.commonwright.workbench.machines;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.task.TaskHandle;
import org.jspecify.annotations.Nullable;

/// Who has the machine: a run, or something else that takes it; how far that is, and how the last run ended. Lives on the
/// window's thread.
final class Occupancy {
    private final ReadOnlyObjectWrapper<@Nullable RunProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private @Nullable TaskHandle task;

    ReadOnlyObjectProperty<@Nullable RunProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RunOutcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    void take() {
        busy.set(true);
    }

    void free() {
        busy.set(false);
    }

    /// A run begins: how the last one ended is shown no more.
    void begin() {
        busy.set(true);
        outcome.set(null);
    }

    /// Another program lies there now.
    void forgetLastRun() {
        outcome.set(null);
        progress.set(null);
    }

    void ended(RunOutcome result) {
        busy.set(false);
        progress.set(result.progress());
        outcome.set(result);
    }

    void isAt(RunProgress now) {
        progress.set(now);
    }

    /// What [#cancel] ends.
    void cancels(TaskHandle newTask) {
        task = newTask;
    }

    /// Whether a task of this page has it.
    boolean isOurs() {
        return task != null && !task.isDone();
    }

    /// @return false when no task of this page has it
    boolean cancel() {
        TaskHandle now = task;
        boolean goesOn = now != null && !now.isDone();
        if (goesOn) {
            now.cancel();
        }
        return goesOn;
    }
}
