package org.commonwright.workbench.tasks;

import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.task.OneByOne;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.jspecify.annotations.Nullable;

/// The work of the window: runs it on other threads and keeps what the status bar and the Tasks panel show. What work says
/// is fetched by [#refresh], ten times a second, so that work may speak as often as it likes.
public final class TaskBoard implements Tasks {
    private static final int REMEMBERED = 50;

    private final Tasks tasks;
    private final OneByOne oneByOne = new OneByOne(this);
    private final Executor window;
    private final ObservableList<TaskEntry> running = FXCollections.observableArrayList();
    private final ObservableList<TaskEntry> ended = FXCollections.observableArrayList();

    /// @param tasks runs the work and calls its listeners on the window's thread
    public TaskBoard(Tasks tasks, Executor window) {
        this.tasks = tasks;
        this.window = window;
    }

    /// What runs now, oldest first.
    public ObservableList<TaskEntry> running() {
        return running;
    }

    /// What ended, newest first.
    public ObservableList<TaskEntry> ended() {
        return ended;
    }

    /// Runs work that is not worth a line in the status bar.
    public Tasks quiet() {
        return tasks;
    }

    /// Runs large work that nobody waits for, one after the other.
    public Tasks oneByOne() {
        return oneByOne;
    }

    /// The same queue, for work that is not worth a line in the status bar.
    public Tasks quietlyOneByOne() {
        return oneByOne.on(tasks);
    }

    /// Takes over what running work said last. Call on the window's thread.
    public void refresh() {
        running.forEach(TaskEntry::refresh);
    }

    @Override
    public <T> TaskHandle submit(Messages.Key title, Work<T> work, TaskListener<T> listener) {
        var entry = new TaskEntry(title);
        window.execute(() -> running.add(entry));
        TaskHandle handle = tasks.submit(title, work, new Watched<>(entry, listener));
        window.execute(() -> entry.runs(handle));
        return handle;
    }

    @Override
    public void close() {
        tasks.close();
    }

    private void end(TaskEntry entry, TaskEntry.State how, @Nullable Fault fault) {
        entry.ended(how, fault);
        running.remove(entry);
        ended.addFirst(entry);
        if (ended.size() > REMEMBERED) {
            ended.removeLast();
        }
    }

    private final class Watched<T> implements TaskListener<T> {
        private final TaskEntry entry;
        private final TaskListener<T> listener;

        Watched(TaskEntry entry, TaskListener<T> listener) {
            this.entry = entry;
            this.listener = listener;
        }

        @Override
        public void done(T result) {
            end(entry, TaskEntry.State.DONE, null);
            listener.done(result);
        }

        @Override
        public void failed(Fault fault) {
            end(entry, TaskEntry.State.FAILED, fault);
            listener.failed(fault);
        }

        @Override
        public void cancelled() {
            end(entry, TaskEntry.State.CANCELLED, null);
            listener.cancelled();
        }
    }
}
