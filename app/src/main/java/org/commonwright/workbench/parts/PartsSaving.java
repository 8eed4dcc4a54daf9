package org.commonwright.workbench.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.commonwright.bom.edit.UndoStack.Moment;
import org.commonwright.design.Workspace;
import org.commonwright.design.add.KeptAddition;
import org.commonwright.design.add.PinWish;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.files.Inside;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// Writes the bills of materials that were edited, with the pins that they ask for. A person may go on editing meanwhile: what was changed after
/// the beginning stays unsaved.
final class PartsSaving {
    private final AppFolders folders;
    private final Tasks tasks;
    private final Notices notices;
    private final CurrentDesign current;
    private final BomEditing editing;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// How far it came.
    ///
    /// @param pinned whether a pin was written
    /// @param fault why it stopped; null when everything was done
    private record Written(Map<RepoPath, Moment> files, boolean pinned, @Nullable Fault fault) {}

    PartsSaving(AppFolders folders, Tasks tasks, Notices notices, CurrentDesign current, BomEditing editing) {
        this.folders = folders;
        this.tasks = tasks;
        this.notices = notices;
        this.current = current;
        this.editing = editing;
    }

    /// Whether it is being written now.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Saves every changed bill of materials.
    ///
    /// @param then called when everything is saved; at once when there is nothing to save
    void save(OpenDesign design, Runnable then) {
        Map<RepoPath, Moment> changes = editing.changes();
        if (busy.get()) {
            return;
        }
        if (changes.isEmpty()) {
            then.run();
            return;
        }
        List<PinWish> pins = editing.wished();
        busy.set(true);
        tasks.submit(Messages.Key.of("parts.saving"), _ -> write(design.folder(), changes, pins),
                Outcome.<Written>of(written -> {
                    written(design.folder(), written);
                    if (written.fault() == null) {
                        then.run();
                    }
                }, fault -> {
                    busy.set(false);
                    notices.fault(fault);
                }).whenCancelled(() -> busy.set(false)));
    }

    private Written write(Path folder, Map<RepoPath, Moment> changes, List<PinWish> pins) {
        Map<RepoPath, Moment> files = new LinkedHashMap<>();
        boolean pinned = false;
        try {
            pinned = pin(folder, changes, pins);
            changes.forEach((path, moment) -> {
                moment.save(Inside.resolve(folder, path.text()));
                files.put(path, moment);
            });
            return new Written(files, pinned, null);
        } catch (Fault fault) {
            return new Written(files, pinned, fault);
        }
    }

    /// Before the lists, so that none on disk asks for a pin that is not there.
    ///
    /// @return whether the lock is another one now
    private boolean pin(Path folder, Map<RepoPath, Moment> changes, List<PinWish> pins) {
        if (pins.isEmpty()) {
            return false;
        }
        try (var workspace = new Workspace(folders.workspace())) {
            return KeptAddition.pin(workspace, folder,
                    changes.values().stream().map(Moment::document).toList(), pins);
        }
    }

    private void written(Path folder, Written written) {
        busy.set(false);
        written.files().forEach(editing::saved);
        if (written.fault() != null) {
            notices.fault(written.fault());
        }
        List<RepoPath> files = new ArrayList<>(written.files().keySet());
        if (written.pinned()) {
            files.add(LockFile.PATH);
        }
        if (!files.isEmpty()) {
            current.wrote(folder, files);
        }
    }
}
