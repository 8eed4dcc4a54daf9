package org.commonwright.workbench.review.comments;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.DeviceRecords;
import org.commonwright.record.RecordStore;
import org.commonwright.review.comment.Applied;
import org.commonwright.review.comment.CommentDesk;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Comments;
import org.commonwright.review.comment.NamesNow;
import org.commonwright.review.comment.Placement;
import org.commonwright.review.comment.Places;
import org.commonwright.review.comment.Pointing;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.Subject;
import org.commonwright.review.comment.SuggestionDesk;
import org.commonwright.review.comment.Suggestions;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.notice.Notices;
import org.jspecify.annotations.Nullable;

/// The comments of what is looked at, where their places are there, and saying something.
public final class CommentsViewModel {
    private final AppFolders folders;
    private final Tasks tasks;
    private final Tasks quiet;
    private final Notices notices;
    private final CurrentDesign current;
    private final InstantSource clock;
    private final ObservableList<PlacedThread> threads = FXCollections.observableArrayList();
    private final ObservableList<Subject> open = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PlacedThread> shown = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty composing = new SimpleBooleanProperty();
    /// How often the comments were read: only what was read last counts.
    private int reading;

    /// @param quiet for what is not worth a line in the status bar
    public CommentsViewModel(AppFolders folders, Tasks tasks, Tasks quiet, Notices notices, CurrentDesign current,
            InstantSource clock) {
        this.folders = folders;
        this.tasks = tasks;
        this.quiet = quiet;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
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
        Looked at = looked.get();
        if (at == null) {
            return;
        }
        int mine = ++reading;
        quiet.submit(Messages.Key.of("remarks.loading"), watch -> read(at, watch),
                new TaskListener<Read>() {
                    @Override
                    public void done(Read read) {
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

    private record Read(List<PlacedThread> threads, List<Subject> open) {}

    private Read read(Looked at, Progress watch) {
        try (GitRepository repository = GitRepository.open(at.folder())) {
            CommentDesk desk = new CommentDesk(records(repository));
            var places = new Places(repository, at.head(), watch);
            Comments comments = desk.comments();
            var names = new NamesNow(repository);
            List<PlacedThread> placed = comments.about(at.subject(), names).stream().map(thread -> {
                Set<ContentId> own = thread.remarks().stream().filter(desk::isOwn).map(Remark::entry)
                        .collect(Collectors.toSet());
                Placement place = places.of(thread);
                return new PlacedThread(thread, place, own, mayNotApply(repository, thread, place, at.branch()));
            }).sorted(PlacedThread.IN_ORDER).toList();
            return new Read(placed, comments.threads().stream().filter(CommentThread::isOpen).map(names::of).toList());
        }
    }

    private static Optional<Fault> mayNotApply(GitRepository repository, CommentThread thread, Placement place,
            String branch) {
        if (thread.suggested().isEmpty()) {
            return Optional.empty();
        }
        if (place.state() != Placement.State.KEPT) {
            return Optional.of(new Fault("comments.stale", place.said().orElseThrow()));
        }
        return Suggestions.isHere(repository, branch)
                ? Optional.empty()
                : Optional.of(new Fault("comments.not-here", branch));
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
        tasks.submit(Messages.Key.of("remarks.applying"), _ -> {
            try (GitRepository repository = GitRepository.open(at.folder());
                    var workspace = new Workspace(folders.workspace())) {
                return new SuggestionDesk(repository, records(repository), workspace, clock).apply(thread,
                        remark.get(), at.branch());
            }
        }, new TaskListener<Applied>() {
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
        quiet.submit(Messages.Key.of("remarks.loading"), _ -> {
            try (GitRepository repository = GitRepository.open(at.folder())) {
                return DesignBoms.document(repository.tree(target.before() ? at.base() : at.head()), table,
                        table.text()).columns();
            }
        }, new TaskListener<List<String>>() {
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

    /// Something that is recorded.
    @FunctionalInterface
    private interface Saying {
        Object run(GitRepository repository, CommentDesk desk);
    }

    private void act(Messages.Key title, Saying what, Runnable said) {
        Looked at = looked.get();
        if (at == null) {
            return;
        }
        tasks.submit(title, _ -> {
            try (GitRepository repository = GitRepository.open(at.folder())) {
                return what.run(repository, new CommentDesk(records(repository)));
            }
        }, new TaskListener<Object>() {
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

    private RecordStore records(GitRepository repository) {
        return new DeviceRecords(folders, clock).open(repository);
    }
}
