package org.commonwright.workbench.fixes;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.check.FixRun;
import org.commonwright.design.fix.ChangedFile;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.Fixing;
import org.commonwright.error.Fault;
import org.commonwright.files.FolderTree;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.report.DesignFindings;
import org.commonwright.task.Work;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Outcome;

/// Makes the fixes of findings in the open design: each is one step, shown before and taken back after.
public final class FixDesk {
    private static final int STEPS = 50;

    private final WorkbenchContext context;
    private final String undo;
    private final String undone;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

    private record Step(Path folder, List<ChangedFile> changes) {}

    public FixDesk(WorkbenchContext context) {
        this(context, "undo-fix", "workbench.fix-undone");
    }

    /// A desk of its own steps.
    ///
    /// @param undo the action that takes its last step back
    /// @param undone the key of the text that says so
    public FixDesk(WorkbenchContext context, String undo, String undone) {
        this.context = context;
        this.undo = undo;
        this.undone = undone;
        context.current().design().subscribe(_ -> {
            steps.clear();
            undoable.set(false);
        });
    }

    /// Whether there is a fix to take back.
    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// Tells what a fix would change.
    public void preview(Fix fix, Consumer<List<ChangedFile>> told) {
        work(Messages.Key.of("workbench.fix-looking"), folder -> _ -> Fixing.preview(new FolderTree(folder), fix),
                (_, changes) -> told.accept(changes));
    }

    /// Makes a fix.
    public void make(Fix fix) {
        if (isBeingEdited(fix.edits().stream().map(FileEdit::file).toList())) {
            return;
        }
        work(fix.name(), folder -> _ -> Fixing.apply(folder, fix),
                (folder, changes) -> done(folder, changes, "workbench.fixed", fix.name()));
    }

    /// Makes every fix that leaves no choice.
    public void makeClear() {
        List<Finding> findings = context.problems().findings();
        List<RepoPath> files = findings.stream().flatMap(finding -> finding.clearFix().stream())
                .flatMap(fix -> fix.edits().stream()).map(FileEdit::file).toList();
        if (isBeingEdited(files)) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneId.systemDefault());
        work(Messages.Key.of("workbench.fix-all"), folder -> progress -> {
            try (var workspace = new Workspace(context.folders().workspace())) {
                return new FixRun(folder, false).clear(findings, () -> {
                    progress.check();
                    return DesignFindings.of(new DesignReader(workspace).read(folder).tree(), today, Set.of());
                });
            }
        }, (folder, result) -> {
            if (result.changes().isEmpty()) {
                context.notices().say("workbench.fixed-none");
            } else {
                done(folder, result.changes(), "workbench.fixed-all", result.made().size());
            }
        });
    }

    /// Takes the last fix back.
    public void undo() {
        Step step = steps.peekLast();
        if (step == null) {
            return;
        }
        if (isBeingEdited(step.changes().stream().map(ChangedFile::file).toList())) {
            return;
        }
        work(context.actions().get(undo).title(), _ -> _ -> {
            Fixing.undo(step.folder(), step.changes());
            return step;
        }, (_, taken) -> {
            steps.remove(taken);
            undoable.set(!steps.isEmpty());
            context.notices().say(undone);
            wrote(step.folder(), step.changes());
        });
    }

    private void done(Path folder, List<ChangedFile> changes, String key, Object argument) {
        steps.addLast(new Step(folder, changes));
        if (steps.size() > STEPS) {
            steps.removeFirst();
        }
        undoable.set(!steps.isEmpty());
        context.notices().offer(context.actions().get(undo), key, argument);
        wrote(folder, changes);
    }

    private void wrote(Path folder, List<ChangedFile> changes) {
        context.current().wrote(folder, changes.stream().map(ChangedFile::file).toList());
    }

    /// A file with edits that are not saved is left alone: saving them would take the fix away again.
    private boolean isBeingEdited(List<RepoPath> files) {
        List<RepoPath> edited = context.problems().unsaved().stream().filter(files::contains).toList();
        if (!edited.isEmpty()) {
            context.notices().warn("workbench.fix-unsaved", edited.getFirst());
        }
        return !edited.isEmpty();
    }

    private interface InFolder<T> {
        Work<T> of(Path folder);
    }

    private <T> void work(Messages.Key title, InFolder<T> work, BiConsumer<Path, T> told) {
        OpenDesign design = context.current().design().get();
        if (design != null) {
            Path folder = design.folder();
            context.tasks().submit(title, work.of(folder),
                    Outcome.<T>of(result -> told.accept(folder, result), this::failed));
        }
    }

    /// What is shown was found in files that are other ones by now: they are looked at again.
    private void failed(Fault fault) {
        context.notices().fault(fault);
        if (fault.code().equals("design.fix-stale")) {
            context.current().changed();
        }
    }
}
