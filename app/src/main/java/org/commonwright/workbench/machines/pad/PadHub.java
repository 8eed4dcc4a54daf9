package org.commonwright.workbench.machines.pad;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.pad.PadLook;
import org.commonwright.machine.pad.PadWatch;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.OneByOne;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// One watch over the pads for all machines' pages, there only while one of them wants it: before that nothing of the library is
/// loaded. Looks are handed over to the window's thread, one at most waits there: a window that hangs hears nothing, asks for no
/// jog, and the machine stops.
public final class PadHub {
    private final Tasks tasks;
    private final Executor window;
    private final AppFolders folders;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable PadLook> waiting = new AtomicReference<>();
    private @Nullable TaskHandle watch;

    /// Hears of looks.
    interface Listener {
        /// At once, on the thread that watches: for what may wait for nothing.
        void atOnce(PadLook look);

        /// On the window's thread.
        void look(PadLook look);

        /// There is nothing to hear.
        void failed(Fault fault);
    }

    /// @param quiet for work that is not worth a line in the status bar
    public PadHub(Tasks quiet, Executor window, AppFolders folders) {
        // A watch that ends and the next one are not SDL's guests at the same time.
        this.tasks = new OneByOne(quiet);
        this.window = window;
        this.folders = folders;
    }

    void add(Listener listener) {
        listeners.add(listener);
        if (watch == null) {
            watch = tasks.submit(Messages.Key.of("pads.looking"), progress -> {
                new PadWatch(folders, this::heard).watch(progress);
                return true;
            }, Outcome.<Boolean>of(_ -> {}, this::failed));
        }
    }

    void remove(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && watch != null) {
            watch.cancel();
            watch = null;
        }
    }

    private void failed(Fault fault) {
        watch = null;
        listeners.forEach(listener -> listener.failed(fault));
    }

    private void heard(PadLook look) {
        listeners.forEach(listener -> listener.atOnce(look));
        PadLook before = waiting.getAndAccumulate(look,
                (earlier, now) -> earlier == null || now == null ? now : now.after(earlier));
        if (before == null) {
            window.execute(this::tell);
        }
    }

    private void tell() {
        PadLook look = waiting.getAndSet(null);
        if (look != null) {
            listeners.forEach(listener -> listener.look(look));
        }
    }
}
