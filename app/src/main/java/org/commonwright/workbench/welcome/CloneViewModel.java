package org.commonwright.workbench.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.commonwright.design.RepositoryUrl;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// Cloning a repository into the workspace: its address, the name of the new folder, and how it goes.
public final class CloneViewModel {
    private final Path workspace;
    private final Tasks tasks;
    private final DesignOpener opener;
    private final StringProperty url = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private String suggested = "";
    private @Nullable TaskHandle handle;

    /// @param workspace the folder that clones go into
    public CloneViewModel(Path workspace, Tasks tasks, DesignOpener opener) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.opener = opener;
        url.subscribe(this::suggest);
    }

    /// Whether the form is in sight.
    public BooleanProperty shown() {
        return shown;
    }

    public StringProperty url() {
        return url;
    }

    /// The new folder's name in the workspace.
    public StringProperty name() {
        return name;
    }

    public BooleanProperty running() {
        return running;
    }

    /// What went wrong last; null for nothing.
    public ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /// Why it cannot be cloned now.
    public ObservableValue<Optional<Messages.Key>> blocked() {
        return Bindings.createObjectBinding(this::reason, url, name, running);
    }

    /// Clones and opens.
    public void start() {
        if (reason().isPresent()) {
            return;
        }
        String from = url.get().strip();
        Path folder = workspace.resolve(name.get().strip());
        running.set(true);
        fault.set(null);
        handle = tasks.submit(Messages.Key.of("workbench.cloning", RepositoryUrl.name(from)),
                progress -> run(from, folder, progress),
                Outcome.of(this::done, this::failed).whenCancelled(this::stop));
    }

    public void cancel() {
        if (handle != null) {
            handle.cancel();
        }
    }

    private Path run(String from, Path folder, Progress progress) throws IOException {
        Files.createDirectories(workspace);
        GitRepository.cloneFrom(from, folder, progress).close();
        return folder;
    }

    private void done(Path folder) {
        stop();
        shown.set(false);
        url.set("");
        opener.open(folder);
    }

    private void failed(Fault why) {
        stop();
        fault.set(why);
    }

    private void stop() {
        running.set(false);
        handle = null;
    }

    private Optional<Messages.Key> reason() {
        if (running.get()) {
            return Optional.of(Messages.Key.of("workbench.cloning-runs"));
        }
        if (url.get().isBlank()) {
            return Optional.of(Messages.Key.of("workbench.clone-needs-address"));
        }
        String folder = name.get().strip();
        return folder.isEmpty() || folder.contains("/") || !RepoPath.isSafe(folder)
                ? Optional.of(Messages.Key.of("workbench.clone-needs-name"))
                : Optional.empty();
    }

    /// The name follows the address until a person writes another one.
    private void suggest(String address) {
        if (name.get().equals(suggested)) {
            suggested = address.isBlank() ? "" : RepositoryUrl.name(address.strip());
            name.set(suggested);
        }
    }
}
