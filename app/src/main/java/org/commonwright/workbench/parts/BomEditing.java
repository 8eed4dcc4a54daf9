package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;
import org.commonwright.bom.edit.UndoStack;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
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
    private final ObservableList<LineRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Steps> steps = new ReadOnlyObjectWrapper<>(Steps.NONE);
    private final ReadOnlyObjectWrapper<List<String>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable RepoPath file;

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
        return problems.getReadOnlyProperty();
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
        clear();
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

    /// One value of a cell that is set together with others.
    record Cell(int line, int column, String value) {}

    /// Sets many cells as one step; those of lines behind the last one make new lines.
    void setAll(String stepKey, List<Cell> cells) {
        UndoStack stack = stack();
        if (stack == null || cells.isEmpty()) {
            return;
        }
        List<Edit> edits = new ArrayList<>();
        int size = stack.document().size();
        int last = cells.stream().mapToInt(Cell::line).max().orElse(-1);
        for (int line = size; line <= last; line++) {
            int at = line;
            int width = cells.stream().filter(c -> c.line() == at).mapToInt(Cell::column).max().orElse(-1) + 1;
            var values = new ArrayList<>(Collections.nCopies(width, ""));
            cells.stream().filter(c -> c.line() == at).forEach(c -> values.set(c.column(), c.value()));
            edits.add(new Edit.InsertLine(line, values));
        }
        cells.stream().filter(c -> c.line() < size)
                .forEach(c -> edits.add(new Edit.SetCell(c.line(), c.column(), c.value())));
        apply(new Edit.Together(Messages.Key.of(stepKey, cells.size()), edits));
    }

    /// A new line, which becomes line `at`.
    ///
    /// @param part its first cell; a row without any text would be no line
    void insert(int at, String part) {
        apply(new Edit.InsertLine(at, List.of(part)));
    }

    /// @param gone lines, each once
    void delete(List<Integer> gone) {
        List<Edit> edits = new ArrayList<>();
        gone.stream().sorted(Comparator.reverseOrder()).forEach(line -> edits.add(new Edit.DeleteLine(line)));
        if (edits.size() == 1) {
            apply(edits.getFirst());
        } else if (!edits.isEmpty()) {
            apply(new Edit.Together(Messages.Key.of("parts.step-delete-lines", edits.size()), edits));
        }
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
        if (stack == null) {
            rows.clear();
            columns.set(List.of());
            problems.set(List.of());
            steps.set(new Steps(Optional.empty(), Optional.empty(), false, unsaved().size()));
            return;
        }
        BomDocument document = stack.document();
        if (!columns.get().equals(document.columns())) {
            columns.set(document.columns());
        }
        int width = document.columns().size();
        List<LineRow> now = IntStream.range(0, document.size()).mapToObj(line -> new LineRow(line,
                IntStream.range(0, width).mapToObj(column -> document.cell(line, column)).toList())).toList();
        update(now);
        problems.set(document.read().problems());
        steps.set(new Steps(stack.undoName(), stack.redoName(), stack.isChanged(), unsaved().size()));
    }

    /// Sets only the rows that differ, so that the table keeps its place and selection.
    private void update(List<LineRow> now) {
        if (now.size() != rows.size()) {
            rows.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(rows.get(i))) {
                rows.set(i, now.get(i));
            }
        }
    }
}
