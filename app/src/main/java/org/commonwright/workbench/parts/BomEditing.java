package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.bom.edit.Edit;
import org.commonwright.bom.edit.UndoStack;
import org.commonwright.design.add.Addition;
import org.commonwright.design.add.PinWish;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The bills of materials that are being edited: each file keeps its own steps until it is saved, also while another one is
/// looked at.
final class BomEditing {
    /// What can be undone, redone and saved now.
    ///
    /// @param changed whether the shown file has unsaved steps
    /// @param unsaved how many files have
    record Steps(Optional<Messages.Key> undo, Optional<Messages.Key> redo, boolean changed, int unsaved) {
        static final Steps NONE = new Steps(Optional.empty(), Optional.empty(), false, 0);
    }

    private final Map<RepoPath, UndoStack> stacks = new HashMap<>();
    private final LineList rows = new LineList();
    private final Proofreader proofreader;
    private final Tasks tasks;
    private final Notices notices;
    private final List<PinWish> wished = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Steps> steps = new ReadOnlyObjectWrapper<>(Steps.NONE);
    private final ReadOnlyObjectWrapper<List<String>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable RepoPath file;

    /// @param tasks works out edits that reach into many rows
    /// @param quiet finds what is wrong after each edit
    BomEditing(Tasks tasks, Tasks quiet, Notices notices) {
        this.tasks = tasks;
        this.notices = notices;
        this.proofreader = new Proofreader(quiet);
    }

    ObservableList<LineRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Steps> steps() {
        return steps.getReadOnlyProperty();
    }

    /// The headers of the document that is shown.
    ReadOnlyObjectProperty<List<String>> columns() {
        return columns.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Problem>> problems() {
        return proofreader.problems();
    }

    /// Shows a file. A document with unsaved steps is kept as it was being edited; one that is as it is on disk keeps the way
    /// back.
    ///
    /// @param same whether [#kept] has been found to be what is on disk
    void show(RepoPath shown, BomDocument onDisk, boolean same) {
        UndoStack stack = stacks.get(shown);
        if (stack == null || !stack.isChanged() && !same) {
            stacks.put(shown, new UndoStack(onDisk));
        }
        file = shown;
        refresh();
    }

    /// A document that was shown before, as it is being edited; null for one that was not.
    @Nullable
    BomDocument kept(RepoPath path) {
        UndoStack stack = stacks.get(path);
        return stack == null ? null : stack.document();
    }

    void clear() {
        file = null;
        refresh();
    }

    /// Another design was opened.
    void forgetAll() {
        stacks.clear();
        wished.clear();
        clear();
    }

    /// Makes an addition, as one step. Its pins are kept until a list that asks for them is saved.
    void add(Addition addition) {
        addition.pins().stream().filter(pin -> !wished.contains(pin)).forEach(wished::add);
        apply(addition.edit());
    }

    /// Pins that were added with lines; those that no line asks for any more need not be written.
    List<PinWish> wished() {
        return List.copyOf(wished);
    }

    /// The file that is shown.
    @Nullable
    RepoPath file() {
        return file;
    }

    /// What is shown, as it is being edited.
    @Nullable
    BomDocument document() {
        UndoStack stack = stack();
        return stack == null ? null : stack.document();
    }

    /// Files with unsaved steps.
    List<RepoPath> unsaved() {
        return stacks.entrySet().stream().filter(entry -> entry.getValue().isChanged()).map(Map.Entry::getKey)
                .sorted().toList();
    }

    void set(LineRow row, int column, String value) {
        apply(new Edit.SetCell(row.line(), column, value));
    }

    /// Sets many cells as one step; those of lines behind the last one make new lines.
    ///
    /// @param stepKey names the step, with the number of cells
    void setAll(String stepKey, List<CellValue> cells) {
        setAll(stepKey, cells.size(), cells);
    }

    /// @param argument of the step's name
    void setAll(String stepKey, Object argument, List<CellValue> cells) {
        UndoStack stack = stack();
        if (stack == null || cells.isEmpty()) {
            return;
        }
        apply(ManyCells.edit(Messages.Key.of(stepKey, argument), stack.document().size(), cells));
    }

    /// Makes an edit that may reach into every row. It is worked out in the background; when something else was edited
    /// meanwhile, it is not made, and that is said.
    ///
    /// @param edit makes it for the document as it is now
    /// @param done called after it was made
    void large(Function<BomDocument, Edit> edit, Runnable done) {
        UndoStack stack = stack();
        if (stack != null) {
            BomDocument before = stack.document();
            tasks.submit(Messages.Key.of("parts.editing"), _ -> UndoStack.prepare(before, edit.apply(before)),
                    Outcome.of(prepared -> {
                        if (stack.apply(prepared)) {
                            refresh();
                            done.run();
                        } else {
                            notices.say("parts.edited-meanwhile");
                        }
                    }, notices::fault));
        }
    }

    /// A new line, which becomes line `at`.
    ///
    /// @param part its first cell; a row without any text would be no line
    void insert(int at, String part) {
        apply(new Edit.InsertLine(at, List.of(part)));
    }

    /// @param gone lines, each once
    void delete(List<Integer> gone) {
        apply(gone.size() == 1
                ? new Edit.DeleteLine(gone.getFirst())
                : new Edit.DeleteLines(Messages.Key.of("parts.step-delete-lines", gone.size()), Set.copyOf(gone)));
    }

    /// @return whether it could be moved that way
    boolean move(int line, int by) {
        UndoStack stack = stack();
        int to = line + by;
        if (stack == null || to < 0 || to >= stack.document().size()) {
            return false;
        }
        apply(new Edit.MoveLine(line, to));
        return true;
    }

    void undo() {
        UndoStack stack = stack();
        if (stack != null) {
            stack.undo();
            refresh();
        }
    }

    void redo() {
        UndoStack stack = stack();
        if (stack != null) {
            stack.redo();
            refresh();
        }
    }

    /// Every changed document as it is now, to be written.
    Map<RepoPath, UndoStack.Moment> changes() {
        Map<RepoPath, UndoStack.Moment> changes = new TreeMap<>();
        stacks.forEach((path, stack) -> {
            if (stack.isChanged()) {
                changes.put(path, stack.now());
            }
        });
        return changes;
    }

    /// Notes that a document as it was at that moment is on disk.
    void saved(RepoPath path, UndoStack.Moment moment) {
        UndoStack stack = stacks.get(path);
        if (stack != null) {
            stack.saved(moment);
            refresh();
        }
    }

    private void apply(Edit edit) {
        UndoStack stack = stack();
        if (stack != null) {
            stack.apply(edit);
            refresh();
        }
    }

    private @Nullable UndoStack stack() {
        return file == null ? null : stacks.get(file);
    }

    private void refresh() {
        UndoStack stack = stack();
        BomDocument document = stack == null ? null : stack.document();
        List<String> headers = document == null ? List.of() : document.columns();
        if (columns.get().equals(headers)) {
            rows.become(document);
        } else {
            // The table is made anew for other columns; it must not see lines that do not fit the old ones.
            rows.become(null);
            columns.set(headers);
            rows.become(document);
        }
        proofreader.look(document);
        steps.set(stack == null
                ? new Steps(Optional.empty(), Optional.empty(), false, unsaved().size())
                : new Steps(stack.undoName(), stack.redoName(), stack.isChanged(), unsaved().size()));
    }
}
