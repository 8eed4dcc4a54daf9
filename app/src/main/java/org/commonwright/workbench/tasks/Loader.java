package org.commonwright.workbench.tasks;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.jspecify.annotations.Nullable;

/// Loads a view-model's value in the background. A new load cancels the one before, and what that still says is dropped.
public final class Loader<T> {
    private final Tasks tasks;
    private final Consumer<T> release;
    private final ReadOnlyObjectWrapper<Loaded<T>> state = new ReadOnlyObjectWrapper<>(new Loaded.Nothing<>());
    private @Nullable TaskHandle running;
    private int generation;

    public Loader(Tasks tasks) {
        this(tasks, _ -> {});
    }

    /// For values that hold something open, such as a repository: this loader owns what it loaded.
    ///
    /// @param release gives a value back that is no longer shown, or that came too late to be
    public Loader(Tasks tasks, Consumer<T> release) {
        this.tasks = tasks;
        this.release = release;
    }

    public ReadOnlyObjectProperty<Loaded<T>> state() {
        return state.getReadOnlyProperty();
    }

    /// The value, when it is there.
    public @Nullable T value() {
        return state.get() instanceof Loaded.Ready<T>(T value) ? value : null;
    }

    /// Starts to load. A value that is shown already stays until the new one is there when `keep` is set, so that a reload
    /// does not flicker.
    public void load(Messages.Key title, boolean keep, Work<T> work) {
        int mine = stop();
        if (!keep || !(state.get() instanceof Loaded.Ready<T>)) {
            become(new Loaded.Loading<>(title));
        }
        running = tasks.submit(title, work, new TaskListener<T>() {
            @Override
            public void done(T result) {
                if (mine == generation) {
                    become(new Loaded.Ready<>(result));
                } else {
                    release.accept(result);
                }
            }

            @Override
            public void failed(Fault fault) {
                settle(mine, new Loaded.Failed<>(fault));
            }

            @Override
            public void cancelled() {
                settle(mine, new Loaded.Nothing<>());
            }
        });
    }

    public void load(Messages.Key title, Work<T> work) {
        load(title, false, work);
    }

    /// Back to nothing; what runs is cancelled.
    public void clear() {
        stop();
        become(new Loaded.Nothing<>());
    }

    private int stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        return ++generation;
    }

    private void settle(int mine, Loaded<T> end) {
        if (mine == generation) {
            become(end);
        }
    }

    private void become(Loaded<T> next) {
        T before = value();
        state.set(next);
        if (before != null) {
            release.accept(before);
        }
    }
}
