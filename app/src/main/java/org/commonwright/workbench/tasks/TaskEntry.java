package org.commonwright.workbench.tasks;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.task.TaskHandle;
import org.jspecify.annotations.Nullable;

/// One piece of work as the status bar and the Tasks panel show it. Lives on the window's thread.
public final class TaskEntry {
    /// How it stands.
    public enum State {
        RUNNING, DONE, CANCELLED, FAILED
    }

    private final Messages.Key title;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<Messages.Key> saying;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private @Nullable TaskHandle handle;
    private @Nullable Fault fault;
    private boolean cancelAsked;

    TaskEntry(Messages.Key title) {
        this.title = title;
        this.saying = new ReadOnlyObjectWrapper<>(title);
    }

    void runs(TaskHandle running) {
        handle = running;
        if (cancelAsked) {
            running.cancel();
        }
        refresh();
    }

    /// Takes over what the work said last.
    void refresh() {
        if (handle != null && state.get() == State.RUNNING) {
            fraction.set(handle.fraction());
            saying.set(handle.saying());
        }
    }

    void ended(State how, @Nullable Fault why) {
        fault = why;
        state.set(how);
    }

    public Messages.Key title() {
        return title;
    }

    /// 0 to 1; negative when it cannot be known.
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Messages.Key> saying() {
        return saying.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Why it failed.
    public @Nullable Fault fault() {
        return fault;
    }

    public void cancel() {
        cancelAsked = true;
        if (handle != null) {
            handle.cancel();
        }
    }
}
