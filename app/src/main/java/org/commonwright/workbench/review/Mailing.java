package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Remote;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.record.DeviceRecords;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.review.mail.ProposalMail;
import org.commonwright.review.mail.Taken;
import org.commonwright.review.mail.Written;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.jspecify.annotations.Nullable;

/// Proposals that travel: written into a file, taken from one, brought to a remote.
final class Mailing {
    private static final String SUFFIX = ".proposal";
    private static final int LONGEST_NAME = 40;

    private final ReviewViewModel model;
    private final AppFolders folders;
    private final InstantSource clock;
    private final Tasks tasks;
    private final Tasks quiet;
    private final Dialogs dialogs;
    private final CurrentDesign current;
    private final Notices notices;
    private final ObservableList<String> remotes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> writing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> taking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable OpenDesign open;

    Mailing(ReviewViewModel model, AppFolders folders, InstantSource clock, Tasks tasks, Tasks quiet, Dialogs dialogs,
            CurrentDesign current, Notices notices) {
        this.model = model;
        this.folders = folders;
        this.clock = clock;
        this.tasks = tasks;
        this.quiet = quiet;
        this.dialogs = dialogs;
        this.current = current;
        this.notices = notices;
        model.chosen().subscribe(item -> writing.set(item instanceof ReviewItem.Proposed
                ? Optional.empty()
                : Optional.of(Messages.Key.of("mailing.choose-first"))));
    }

    /// Why no proposal can be written or sent now.
    ReadOnlyObjectProperty<Optional<Messages.Key>> writeBlocked() {
        return writing.getReadOnlyProperty();
    }

    /// Why no file can be taken now.
    ReadOnlyObjectProperty<Optional<Messages.Key>> takeBlocked() {
        return taking.getReadOnlyProperty();
    }

    /// Names of the remotes that a proposal can be brought to.
    ObservableList<String> remotes() {
        return remotes;
    }

    void load(@Nullable OpenDesign next) {
        open = next;
        taking.set(next == null ? Optional.of(Messages.Key.of("mailing.open-first")) : Optional.empty());
        remotes.clear();
        if (next != null) {
            quiet.submit(Messages.Key.of("mailing.remotes"), _ -> {
                try (GitRepository repository = GitRepository.open(next.folder())) {
                    return repository.remotes().list().stream().map(Remote::name).toList();
                }
            }, listener(names -> {
                if (next.equals(open)) {
                    remotes.setAll(names);
                }
            }, false));
        }
    }

    /// Asks where to, and writes the chosen proposal there.
    void write() {
        if (model.chosen().get() instanceof ReviewItem.Proposed(ProposalState state)) {
            dialogs.saveFile(Messages.Key.of("mailing.save"), name(state) + SUFFIX).ifPresent(file -> this.<Written>run(
                    Messages.Key.of("mailing.writing", state.proposal().title()),
                    (mail, watch) -> mail.write(state, file, false, watch), state, written -> {
                        var size = new Messages.Bytes(written.bytes());
                        written.needs().ifPresentOrElse(
                                needs -> notices.say("mailing.written", file, size, needs.abbreviated()),
                                () -> notices.say("mailing.written-whole", file, size));
                        if (written.large() > 0) {
                            notices.say("mailing.large-left-out", written.large());
                        }
                    }));
        }
    }

    /// Brings the chosen proposal to a remote.
    void send(String remote) {
        if (model.chosen().get() instanceof ReviewItem.Proposed(ProposalState state)) {
            this.<Boolean>run(Messages.Key.of("mailing.sending", state.proposal().title(), remote), (mail, watch) -> {
                mail.send(state, remote, watch);
                return true;
            }, state, _ -> notices.say("mailing.sent", state.proposal().title(), remote));
        }
    }

    /// Asks for a file and takes what is in it.
    void take() {
        dialogs.openFile(Messages.Key.of("mailing.open"), List.of("*" + SUFFIX, "*.bundle")).ifPresent(this::take);
    }

    void take(Path file) {
        this.<Taken>run(Messages.Key.of("mailing.taking", file.getFileName()), (mail, watch) -> mail.take(file, watch),
                null, taken -> {
                    taken.proposals().forEach(state -> notices.say(
                            taken.isNew() ? "mailing.taken" : "mailing.nothing-new", state.proposal().title(),
                            state.proposal().person().name()));
                    taken.proposals().stream().findFirst().ifPresent(state -> model.await(state.id()));
                    current.changed();
                });
    }

    private interface Way<T> {
        T go(ProposalMail mail, Progress watch);
    }

    private <T> void run(Messages.Key title, Way<T> way, @Nullable ProposalState needs,
            Consumer<T> done) {
        OpenDesign of = open;
        if (of == null) {
            return;
        }
        tasks.submit(title, watch -> {
            try (GitRepository repository = GitRepository.open(of.folder());
                    var workspace = new Workspace(folders.workspace())) {
                RecordStore records = new DeviceRecords(folders, clock).open(repository);
                if (needs != null) {
                    new ReviewDesk(repository, records, workspace, clock).fetch(needs, watch.silently());
                }
                return way.go(new ProposalMail(repository, records), watch);
            }
        }, listener(done, true));
    }

    private <T> TaskListener<T> listener(Consumer<T> then, boolean loud) {
        return new TaskListener<>() {
            @Override
            public void done(T result) {
                then.accept(result);
            }

            @Override
            public void failed(Fault fault) {
                if (loud) {
                    notices.fault(fault);
                }
            }
        };
    }

    /// The title as far as every disk takes it.
    private static String name(ProposalState state) {
        String plain = state.proposal().title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty()
                ? state.id().substring(0, 12)
                : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
