package org.commonwright.workbench.pins;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.design.PinUpdate.Preview;
import org.commonwright.design.PinUpdate;
import org.commonwright.design.Pinning;
import org.commonwright.design.Pins;
import org.commonwright.design.RepositoryUrl;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The modules that the open design takes from other repositories: what is pinned, what moving a pin would change, and every
/// step with its way back.
public final class PinsViewModel {
    private final AppFolders folders;
    private final Tasks tasks;
    private final Tasks quiet;
    private final Notices notices;
    private final BiConsumer<Path, Collection<RepoPath>> wrote;
    private final Loader<Pins.State> pins;
    private final Loader<Preview> preview;
    private final ReadOnlyObjectWrapper<Steps> steps = new ReadOnlyObjectWrapper<>(Steps.NONE);
    private final ObservableList<String> designs = FXCollections.observableArrayList();
    private final LockSteps lock = new LockSteps();
    private boolean writing;
    private @Nullable Path design;

    /// What can be undone and redone now.
    public record Steps(Optional<Messages.Key> undo, Optional<Messages.Key> redo) {
        static final Steps NONE = new Steps(Optional.empty(), Optional.empty());
    }

    private interface Change {
        void in(Workspace workspace, Path folder, Progress progress);
    }

    /// @param quiet for work that is not worth a line in the status bar
    /// @param wrote hears the design and which files of it were written; none when only what is around it changed
    public PinsViewModel(AppFolders folders, Tasks tasks, Tasks quiet, Notices notices,
            BiConsumer<Path, Collection<RepoPath>> wrote) {
        this.folders = folders;
        this.tasks = tasks;
        this.quiet = quiet;
        this.notices = notices;
        this.wrote = wrote;
        this.pins = new Loader<>(tasks);
        this.preview = new Loader<>(tasks);
    }

    ReadOnlyObjectProperty<Loaded<Pins.State>> pins() {
        return pins.state();
    }

    /// What moving the chosen pins would change; nothing was written for it.
    ReadOnlyObjectProperty<Loaded<Preview>> preview() {
        return preview.state();
    }

    ReadOnlyObjectProperty<Steps> steps() {
        return steps.getReadOnlyProperty();
    }

    /// Begins with a design; the way back is kept while it stays the same.
    public void open(Path folder) {
        if (!folder.equals(design)) {
            design = folder;
            lock.forget();
            tell();
        }
        preview.clear();
        again();
        quiet.submit(Messages.Key.of("pins.reading"), _ -> in(workspace -> workspace.designs().stream()
                .map(path -> RepositoryUrl.name(path.toString())).toList()),
                Outcome.of(designs::setAll, notices::fault));
    }

    /// Reads the pins anew.
    void again() {
        Path folder = design;
        if (folder != null) {
            pins.load(Messages.Key.of("pins.reading"), true, _ -> in(workspace -> new Pins(workspace).read(folder)));
        }
    }

    /// Looks what moving pins would change.
    ///
    /// @param names none for all
    /// @param revision where to; empty for the newest
    void look(Set<String> names, String revision) {
        Path folder = design;
        if (folder != null) {
            preview.load(Messages.Key.of("pins.looking"),
                    _ -> in(workspace -> new PinUpdate(workspace).preview(folder, names, revision)));
        }
    }

    /// Forgets what was looked at.
    void dismiss() {
        preview.clear();
    }

    /// Moves the pins as it was looked at.
    void apply() {
        Preview looked = preview.value();
        if (looked != null && !looked.pins().isEmpty()) {
            change(Messages.Key.of("pins.step-move", looked.pins().size()),
                    (workspace, folder, _) -> new PinUpdate(workspace).apply(folder, looked), preview::clear);
        }
    }

    /// Pins a module, in place of an older pin of that name.
    ///
    /// @param repository a URL, or the name of a design in the workspace
    /// @param path its folder there
    /// @param revision empty for what is checked out there
    void pin(String name, String repository, String path, String revision, Runnable done) {
        change(Messages.Key.of("pins.step-pin", name), (workspace, folder, _) -> new Pinning(workspace).pin(folder,
                name.strip(), repository.strip(), path.strip(), revision.isBlank() ? "HEAD" : revision.strip()), done);
    }

    void remove(String name) {
        change(Messages.Key.of("pins.step-remove", name),
                (workspace, folder, _) -> new Pins(workspace).remove(folder, name), preview::clear);
    }

    /// Fetches what is new where the pins come from.
    void fetch() {
        Path folder = design;
        if (folder != null) {
            tasks.submit(Messages.Key.of("pins.fetching"),
                    progress -> in(workspace -> new Pins(workspace).fetch(folder, progress)),
                    Outcome.of(asked -> {
                        notices.say("pins.fetched", asked);
                        again();
                        wrote.accept(folder, Set.of());
                    }, notices::fault));
        }
    }

    /// Clones a repository that a pin comes from into the workspace.
    void fetchClone(String repository) {
        Path folder = design;
        if (folder == null) {
            return;
        }
        Path target = folders.workspace().resolve(RepositoryUrl.name(repository));
        tasks.submit(Messages.Key.of("pins.cloning", RepositoryUrl.name(repository)), progress -> {
            GitRepository.cloneFrom(repository, target, progress).close();
            return target;
        }, Outcome.of(_ -> {
            again();
            wrote.accept(folder, Set.of());
        }, notices::fault));
    }

    /// The names of the designs in the workspace, as they were when the page was opened.
    ObservableList<String> designs() {
        return designs;
    }

    void undo() {
        LockSteps.Step step = lock.last();
        if (step != null) {
            write(Messages.Key.of("pins.undoing"), _ -> {
                step.takeBack();
                return step;
            }, _ -> {
                lock.undone();
                preview.clear();
            });
        }
    }

    void redo() {
        LockSteps.Step step = lock.next();
        if (step != null) {
            write(step.name(), _ -> {
                step.again();
                return step;
            }, _ -> {
                lock.redone();
                preview.clear();
            });
        }
    }

    private void change(Messages.Key name, Change change, Runnable done) {
        Path folder = design;
        if (folder != null) {
            write(name, progress -> in(workspace -> {
                byte[] before = LockSteps.bytes(folder);
                change.in(workspace, folder, progress);
                return LockSteps.Step.made(folder, name, before);
            }), step -> {
                lock.did(step);
                done.run();
            });
        }
    }

    /// One write after the other: each step says what it found.
    ///
    /// @param done keeps account of it, unless another design was opened meanwhile
    private void write(Messages.Key name, Work<LockSteps.Step> work, Consumer<LockSteps.Step> done) {
        Path folder = design;
        if (folder == null) {
            return;
        }
        if (writing) {
            notices.say("pins.being-written");
            return;
        }
        writing = true;
        tell();
        tasks.submit(name, work, Outcome.<LockSteps.Step>of(step -> {
            ended();
            if (folder.equals(design)) {
                done.accept(step);
                again();
            }
            tell();
            wrote.accept(folder, Set.of(LockFile.PATH));
        }, fault -> {
            ended();
            notices.fault(fault);
        }).whenCancelled(this::ended));
    }

    private void ended() {
        writing = false;
        tell();
    }

    private <T> T in(Function<Workspace, T> work) {
        try (var workspace = new Workspace(folders.workspace())) {
            return work.apply(workspace);
        }
    }

    private void tell() {
        steps.set(writing ? Steps.NONE : new Steps(name(lock.last()), name(lock.next())));
    }

    private static Optional<Messages.Key> name(LockSteps.@Nullable Step step) {
        return Optional.ofNullable(step).map(LockSteps.Step::name);
    }
}
