package org.commonwright.workbench.review.comments;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Applied;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Pointing;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.Subject;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.notice.Notices;
import org.jspecify.annotations.Nullable;

/// The comments of what is looked at, where their places are there, and saying something.
public final class CommentsViewModel {
    private final CommentReading readings;
    private final Tasks tasks;
    private final Tasks quiet;
    private final Notices notices;
    private final CurrentDesign current;
    private final ObservableList<PlacedThread> threads = FXCollections.observableArrayList();
    private final ObservableList<Subject> open = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PlacedThread> shown = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty composing = new SimpleBooleanProperty();
    /// How often the comments were read: only what was read last counts.
    private int reading;
    private @Nullable TaskHandle running;

    /// @param quiet for what is not worth a line in the status bar
    public CommentsViewModel(AppFolders folders, Tasks tasks, Tasks quiet, Notices notices, CurrentDesign current,
            InstantSource clock) {
        this.readings = new CommentReading(folders, clock);
        this.tasks = tasks;
        this.quiet = quiet;
        this.notices = notices;
        this.current = current;
    }

    /// As their places follow each other.
    public ObservableList<PlacedThread> threads() {
        return threads;
    }

    public ReadOnlyObjectProperty<@Nullable Looked> looked() {
        return looked.getReadOnlyProperty();
    }

    /// The thread that is to be seen; a view that has it turns to it.
    public ReadOnlyObjectProperty<@Nullable PlacedThread> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether something is being said about the design as a whole.
    public BooleanProperty composing() {
        return composing;
    }

    /// @param next null when nothing is looked at
    public void look(@Nullable Looked next) {
        if (next == null || !next.equals(looked.get())) {
            threads.clear();
            shown.set(null);
            composing.set(false);
        }
        looked.set(next);
        load();
    }

    /// The reviews that open comments belong to, one for each.
    public ObservableList<Subject> open() {
        return open;
    }

    /// Turns to a thread.
    public void show(PlacedThread thread) {
        shown.set(null);
        shown.set(thread);
    }

    /// Turns to the open thread behind the one that was shown last, round and round.
    ///
    /// @param by 1 or -1
    public void step(int by) {
        List<PlacedThread> open = threads.stream().filter(one -> one.thread().isOpen()).toList();
        if (!open.isEmpty()) {
            PlacedThread before = shown.get();
            int at = -1;
            for (int i = 0; before != null && i < open.size(); i++) {
                at = open.get(i).isSameAs(before) ? i : at;
            }
            show(open.get(at < 0 ? by > 0 ? 0 : open.size() - 1 : Math.floorMod(at + by, open.size())));
        }
    }

    private void load() {
        TaskHandle before = running;
        if (before != null) {
            before.cancel();
            running = null;
        }
        Looked at = looked.get();
        if (at == null) {
            return;
        }
        int mine = ++reading;
        running = quiet.submit(Messages.Key.of("remarks.loading"), watch -> readings.read(at, watch),
                new TaskListener<CommentReading.Read>() {
                    @Override
                    public void done(CommentReading.Read read) {
                        if (mine == reading && at.equals(looked.get())) {
                            if (!threads.equals(read.threads())) {
                                threads.setAll(read.threads());
                            }
                            if (!open.equals(read.open())) {
                                open.setAll(read.open());
                            }
                        }
                    }

                    @Override
                    public void failed(Fault fault) {
                        notices.fault(fault);
                    }
                });
    }

    /// Says something about a place.
    ///
    /// @param said once it is recorded
    public void make(CommentTarget target, String column, String text, Optional<String> suggestion, Runnable said) {
        Looked at = looked.get();
        if (at != null) {
            CommitId on = target.before() ? at.base() : at.head();
            act(Messages.Key.of("remarks.saying"), (repository, desk) -> desk.make(on,
                    target.point().at(new Pointing(repository, on), column), at.subject(), text, suggestion), said);
        }
    }

    public void answer(CommentThread thread, String text, Optional<String> suggestion, Runnable said) {
        act(Messages.Key.of("remarks.saying"), (_, desk) -> desk.answer(thread, text, suggestion), said);
    }

    public void edit(Remark remark, String text, Runnable said) {
        act(Messages.Key.of("remarks.saying"), (_, desk) -> desk.edit(remark, text), said);
    }

    public void withdraw(Remark remark) {
        act(Messages.Key.of("remarks.saying"), (_, desk) -> desk.withdraw(remark), () -> {});
    }

    public void resolve(CommentThread thread) {
        act(Messages.Key.of("remarks.saying"), (_, desk) -> desk.resolve(thread), () -> {});
    }

    public void reopen(CommentThread thread) {
        act(Messages.Key.of("remarks.saying"), (_, desk) -> desk.reopen(thread), () -> {});
    }

    /// Makes what a thread suggests true, on the branch that is looked at.
    public void apply(CommentThread thread) {
        Looked at = looked.get();
        Optional<Remark> remark = thread.suggested();
        if (at == null || remark.isEmpty()) {
            return;
        }
        tasks.submit(Messages.Key.of("remarks.applying"), _ -> readings.apply(at, thread, remark.get()),
                new TaskListener<Applied>() {
                    @Override
                    public void done(Applied applied) {
                        notices.say(applied.said().key(), applied.said().arguments().toArray());
                        current.changed();
                    }

                    @Override
                    public void failed(Fault fault) {
                        notices.fault(fault);
                    }
                });
    }

    /// The headers of a bill of materials.
    void columns(CommentTarget target, Consumer<List<String>> known) {
        Looked at = looked.get();
        RepoPath table = target.table();
        if (at == null || table == null) {
            return;
        }
        quiet.submit(Messages.Key.of("remarks.loading"), _ -> readings.columns(at.folder(),
                target.before() ? at.base() : at.head(), table), new TaskListener<List<String>>() {
                    @Override
                    public void done(List<String> columns) {
                        known.accept(columns);
                    }

                    @Override
                    public void failed(Fault fault) {
                        notices.fault(fault);
                    }
                });
    }

    private void act(Messages.Key title, CommentReading.Saying what, Runnable said) {
        Looked at = looked.get();
        if (at == null) {
            return;
        }
        tasks.submit(title, _ -> readings.say(at.folder(), what), new TaskListener<Object>() {
            @Override
            public void done(Object entry) {
                said.run();
                load();
            }

            @Override
            public void failed(Fault fault) {
                notices.fault(fault);
            }
        });
    }
}
