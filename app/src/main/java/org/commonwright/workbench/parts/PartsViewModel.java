package org.commonwright.workbench.parts;

import java.time.InstantSource;
import javafx.beans.value.ObservableValue;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Lanes;
import org.jspecify.annotations.Nullable;

/// The parts of the open design: which module is shown, its bill of materials as it is being edited, the roll-up of N.
public final class PartsViewModel {
    private final BomEditing editing;
    private final TableState table = new TableState();
    private final FindViewModel find;
    private final Completion completion;
    private final ShownModule shown;
    private final PartsRollup rollup;
    private final PartsSaving saving;
    private final CellHistories histories;
    private final OwnLists own;

    public PartsViewModel(AppFolders folders, Lanes lanes, Notices notices, CurrentDesign current,
            InstantSource clock) {
        Tasks tasks = lanes.shown();
        this.editing = new BomEditing(tasks, lanes.quiet(), notices);
        this.completion = new Completion(folders, lanes.largeQuiet(), editing);
        this.find = new FindViewModel(editing, lanes.quiet(), notices);
        this.shown = new ShownModule(folders, tasks, editing);
        this.rollup = new PartsRollup(lanes.large(), notices, clock, shown.module());
        this.saving = new PartsSaving(folders, tasks, notices, current, editing);
        this.own = new OwnLists(tasks, notices, current, shown);
        this.histories = new CellHistories(tasks, notices, shown, editing);
        shown.editable().subscribe(editable -> {
            if (editable && shown.design().value() != null) {
                completion.read(shown.design().value().root());
            }
        });
    }

    ShownModule shown() {
        return shown;
    }

    BomEditing editing() {
        return editing;
    }

    /// How the table of the bill stands.
    TableState table() {
        return table;
    }

    /// Finding and replacing in the bill.
    FindViewModel find() {
        return find;
    }

    /// Helps while a cell is typed into.
    Completion completion() {
        return completion;
    }

    PartsRollup rollup() {
        return rollup;
    }

    PartsSaving saving() {
        return saving;
    }

    /// A list that can be edited, for a module without one.
    OwnLists own() {
        return own;
    }

    CellHistories histories() {
        return histories;
    }

    /// Whether there is something to save, and it is not being saved already.
    ObservableValue<Boolean> canSave() {
        return editing.steps().flatMap(_ -> saving.busy().map(busy -> !busy && !editing.unsaved().isEmpty()));
    }

    /// Follows the open design.
    void load(@Nullable OpenDesign next) {
        shown.load(next);
    }

    /// Saves every changed bill of materials.
    void save() {
        save(() -> {});
    }

    /// As above.
    ///
    /// @param then called when nothing is left to save
    void save(Runnable then) {
        OpenDesign open = shown.open();
        if (open != null) {
            saving.save(open, then);
        }
    }

    /// Gives the repositories back.
    void close() {
        shown.close();
    }
}
