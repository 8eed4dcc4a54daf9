package org.commonwright.workbench.notice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;

/// The messages on show, newest last, at most three; may be called from any thread.
public final class Notices {
    private static final int MOST = 3;

    private final Executor window;
    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    public Notices(Executor window) {
        this.window = window;
    }

    /// Every message as it comes, for those who keep them; on the window's thread.
    public void listen(Consumer<Notice> listener) {
        listeners.add(listener);
    }

    public ObservableList<Notice> shown() {
        return shown;
    }

    /// Says that something was done.
    public void say(String key, Object... arguments) {
        show(new Notice(Messages.Key.of(key, arguments), null, null, false));
    }

    /// Says that something ended otherwise than a person wished.
    public void warn(String key, Object... arguments) {
        show(new Notice(Messages.Key.of(key, arguments), null, null, true));
    }

    /// As above, and offers what to do about it.
    public void warn(Action next, String key, Object... arguments) {
        show(new Notice(Messages.Key.of(key, arguments), null, next, true));
    }

    /// Says that something was done, and offers what comes next.
    public void offer(Action next, String key, Object... arguments) {
        show(new Notice(Messages.Key.of(key, arguments), null, next, false));
    }

    /// Shows what went wrong: its sentence, its code, and its details to copy.
    public void fault(Fault fault) {
        show(new Notice(new Messages.Key(fault.code(), fault.arguments()), fault, null, false));
    }

    public void close(Notice notice) {
        window.execute(() -> shown.removeIf(n -> n == notice));
    }

    private void show(Notice notice) {
        window.execute(() -> {
            shown.removeIf(n -> n.text().equals(notice.text()));
            if (shown.size() == MOST) {
                shown.remove(oldest());
            }
            shown.add(notice);
            listeners.forEach(listener -> listener.accept(notice));
        });
    }

    /// Good news makes room before faults do.
    private Notice oldest() {
        return shown.stream().filter(n -> n.fault() == null && !n.doubtful()).findFirst().orElse(shown.getFirst());
    }
}
