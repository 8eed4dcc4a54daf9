package org.commonwright.workbench.design;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.commonwright.design.DesignSource;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.LfsFetch;
import org.commonwright.git.LfsFile;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The large files (Git LFS) of the open design that are not on this machine, and fetching them.
final class LargeFilesViewModel {
    private final CurrentDesign current;
    private final Tasks tasks;
    private final Notices notices;
    private final Loader<Away> away;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Set<Path> told = new HashSet<>();

    private record Away(Path design, List<LfsFile> files) {}

    /// @param quiet for looking which are here
    LargeFilesViewModel(CurrentDesign current, Tasks tasks, Tasks quiet, Notices notices) {
        this.current = current;
        this.tasks = tasks;
        this.notices = notices;
        this.away = new Loader<>(quiet);
        current.follow(this::look);
    }

    /// Whether some are being fetched.
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Why they cannot be fetched now.
    ObservableValue<Optional<Messages.Key>> blocked() {
        return Bindings.createObjectBinding(this::reason, running, away.state(), current.design());
    }

    private Optional<Messages.Key> reason() {
        if (current.design().get() == null) {
            return Optional.of(Messages.Key.of("workbench.no-design"));
        }
        if (running.get()) {
            return Optional.of(Messages.Key.of("workbench-design.fetching-runs"));
        }
        Away known = away.value();
        return known == null || known.files().isEmpty()
                ? Optional.of(Messages.Key.of("workbench-design.large-all-here"))
                : Optional.empty();
    }

    /// Says once for each design that some are missing, and offers to fetch them.
    void offer(Action fetch) {
        away.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<Away>(var known) && !known.files().isEmpty()
                    && told.add(known.design())) {
                long bytes = known.files().stream().mapToLong(file -> file.pointer().size()).sum();
                notices.offer(fetch, "workbench-design.says-large-away", known.files().size(),
                        new Messages.Bytes(bytes));
            }
        });
    }

    /// All that the open design's last commit has.
    void fetchAll() {
        OpenDesign design = current.design().get();
        if (design != null) {
            start(design.folder(), null, _ -> true);
        }
    }

    /// One file, in the repository that it is from.
    void fetch(DesignSource source, RepoPath file) {
        OpenDesign design = current.design().get();
        if (design != null) {
            start(source.own() ? design.folder() : Path.of(source.repository()), source.commit(),
                    large -> large.path().equals(file));
        }
    }

    private void look(@Nullable OpenDesign design) {
        if (design == null) {
            away.clear();
        } else {
            away.load(Messages.Key.of("workbench-design.large-looked"), true,
                    _ -> new Away(design.folder(), missing(design.folder())));
        }
    }

    /// None for a folder that is in no repository, or has no commit yet.
    private static List<LfsFile> missing(Path folder) {
        try (GitRepository repository = GitRepository.open(folder)) {
            return repository.head().map(head -> repository.lfs().files(head)).orElse(List.of()).stream()
                    .filter(file -> !file.here()).toList();
        } catch (Fault fault) {
            if (fault.code().equals("git.not-a-repository")) {
                return List.of();
            }
            throw fault;
        }
    }

    /// @param commit null for what is checked out
    private void start(Path folder, @Nullable CommitId commit, Predicate<LfsFile> wanted) {
        if (running.get()) {
            return;
        }
        running.set(true);
        tasks.submit(Messages.Key.of("workbench-design.fetching-large"),
                progress -> run(folder, commit, wanted, progress),
                Outcome.of(this::done, this::failed).whenCancelled(this::ended));
    }

    private static LfsFetch run(Path folder, @Nullable CommitId commit, Predicate<LfsFile> wanted, Progress progress) {
        try (GitRepository repository = GitRepository.open(folder)) {
            CommitId at = commit == null ? repository.require("HEAD") : commit;
            return repository.lfs().fetch(repository.lfs().remote(), at, wanted, progress);
        }
    }

    private void done(LfsFetch fetched) {
        ended();
        if (fetched.failed().isEmpty()) {
            notices.say("workbench-design.says-large-fetched", fetched.fetched().size());
        } else {
            Fault first = fetched.failed().values().iterator().next();
            notices.warn("workbench-design.large-failed", fetched.failed().size(),
                    fetched.failed().size() + fetched.fetched().size(),
                    new Messages.Key(first.code(), first.arguments()));
        }
    }

    private void failed(Fault fault) {
        ended();
        notices.fault(fault);
    }

    /// What was fetched before a cancel is here, too.
    private void ended() {
        running.set(false);
        current.changed();
    }
}
