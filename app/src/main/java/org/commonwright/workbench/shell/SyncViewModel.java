package org.commonwright.workbench.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.jspecify.annotations.Nullable;

/// Branch and sync state of the open design, read in the background: after each change, and when the window comes to the
/// front, because other programs write to the folder too.
final class SyncViewModel {
    private final CurrentDesign current;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<SyncState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private @Nullable TaskHandle running;

    /// @param tasks quiet ones: this is not worth a line in the status bar
    SyncViewModel(CurrentDesign current, Tasks tasks) {
        this.current = current;
        this.tasks = tasks;
        current.follow(_ -> read(false));
    }

    ReadOnlyObjectProperty<Optional<SyncState>> state() {
        return state.getReadOnlyProperty();
    }

    /// Why the state could not be read; null when it could.
    ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /// Looks again; when something changed behind our back, every area reloads.
    void lookAgain() {
        read(true);
    }

    private void read(boolean tell) {
        if (running != null) {
            running.cancel();
        }
        OpenDesign design = current.design().get();
        if (design == null) {
            state.set(Optional.empty());
            return;
        }
        Messages.Key title = new Messages.Key("workbench.opening", List.of(design.name()));
        running = tasks.submit(title, _ -> SyncState.of(design.folder()), new TaskListener<>() {
            @Override
            public void done(Optional<SyncState> now) {
                OpenDesign open = current.design().get();
                if (open == null || !open.folder().equals(design.folder())) {
                    return;
                }
                boolean changed = !now.equals(state.get());
                fault.set(null);
                state.set(now);
                if (tell && changed) {
                    current.changed();
                }
            }

            @Override
            public void failed(Fault why) {
                state.set(Optional.empty());
                fault.set(why);
            }
        });
    }
}
