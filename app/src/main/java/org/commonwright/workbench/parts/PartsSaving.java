package org.commonwright.workbench.parts;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.commonwright.bom.edit.UndoStack.Moment;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.design.Workspace;
import org.commonwright.design.add.KeptAddition;
import org.commonwright.design.add.PinWish;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// Writes and commits the bills of materials that were edited. A person may go on editing meanwhile: what was changed after
/// the beginning stays unsaved.
final class PartsSaving {
    private final AppFolders folders;
    private final Tasks tasks;
    private final Notices notices;
    private final CurrentDesign current;
    private final InstantSource clock;
    private final BomEditing editing;
    private final StringProperty message = new SimpleStringProperty("");
    private final IntegerProperty wanted = new SimpleIntegerProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// How far it came.
    ///
    /// @param fault why it stopped; null when everything was done
    private record Written(Map<RepoPath, Moment> files, @Nullable CommitId commit, @Nullable Fault fault) {}

    PartsSaving(AppFolders folders, Tasks tasks, Notices notices, CurrentDesign current, InstantSource clock,
            BomEditing editing) {
        this.folders = folders;
        this.tasks = tasks;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
        this.editing = editing;
    }

    /// Whether it is being written now.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What the next commit will say.
    StringProperty message() {
        return message;
    }

    /// Grows each time a person wants to commit and has not said yet what changed.
    IntegerProperty wanted() {
        return wanted;
    }

    /// Saves every changed bill of materials.
    void save(OpenDesign design) {
        write("parts.saving", design.folder(), "");
    }

    /// Saves, then commits the changed bills of materials. Without a message it asks for one.
    void commit(OpenDesign design) {
        if (message.get().isBlank()) {
            wanted.set(wanted.get() + 1);
        } else {
            write("parts.committing", design.folder(), message.get().strip());
        }
    }

    private void write(String title, Path folder, String says) {
        if (busy.get()) {
            return;
        }
        Map<RepoPath, Moment> changes = editing.changes();
        List<PinWish> pins = editing.wished();
        busy.set(true);
        tasks.submit(Messages.Key.of(title), _ -> {
            Map<RepoPath, Moment> files = new LinkedHashMap<>();
            try {
                pin(folder, changes, pins);
                changes.forEach((path, moment) -> {
                    moment.document().save(folder.resolve(path.text()));
                    files.put(path, moment);
                });
                return new Written(files, says.isEmpty() ? null : commit(folder, says), null);
            } catch (Fault fault) {
                return new Written(files, null, fault);
            }
        }, Outcome.<Written>of(this::written, fault -> {
            busy.set(false);
            notices.fault(fault);
        }).whenCancelled(() -> busy.set(false)));
    }

    /// Before the lists, so that none on disk asks for a pin that is not there.
    private void pin(Path folder, Map<RepoPath, Moment> changes, List<PinWish> pins) {
        if (!pins.isEmpty()) {
            try (var workspace = new Workspace(folders.workspace())) {
                KeptAddition.pin(workspace, folder, changes.values().stream().map(Moment::document).toList(), pins);
            }
        }
    }

    private void written(Written written) {
        busy.set(false);
        written.files().forEach(editing::saved);
        if (written.fault() != null) {
            notices.fault(written.fault());
        }
        if (written.commit() != null) {
            message.set("");
            notices.say("parts.committed", written.commit().abbreviated());
        }
        if (!written.files().isEmpty() || written.commit() != null) {
            current.changed();
        }
    }

    private CommitId commit(Path folder, String says) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Person person = repository.configuredPerson().orElseThrow(() -> new Fault("parts.no-person"));
            List<RepoPath> changed = repository.workTree().status().changed().stream()
                    .filter(PartsSaving::belongs).toList();
            return repository.workTree().commit(says, person, clock.instant(), changed, Optional.empty());
        }
    }

    /// Lists, what was said about their columns, and the pins that they ask for.
    private static boolean belongs(RepoPath path) {
        String name = path.fileName();
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(MappingFile.SUFFIX)
                || path.equals(LockFile.PATH);
    }
}
