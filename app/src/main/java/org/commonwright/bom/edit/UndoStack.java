package org.commonwright.bom.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.commonwright.i18n.Messages;

/// A document being edited, with the way back and forth again. Keeps what each step changed, not a copy per step.
public final class UndoStack {
    private record Step(Messages.Key name, Splice splice) {}

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private BomDocument document;
    private int savedAt;

    public UndoStack(BomDocument document) {
        this.document = document;
    }

    public BomDocument document() {
        return document;
    }

    /// Makes an edit. One that changes nothing leaves no step.
    public void apply(Edit edit) {
        Splice splice = edit.on(document);
        if (splice.isNothing()) {
            return;
        }
        document = document.apply(splice);
        if (done.size() < savedAt) {
            savedAt = -1;
        }
        done.push(new Step(edit.name(), splice));
        undone.clear();
    }

    /// The name of the step that [#undo] would take back.
    public Optional<Messages.Key> undoName() {
        return Optional.ofNullable(done.peek()).map(Step::name);
    }

    /// The name of the step that [#redo] would make again.
    public Optional<Messages.Key> redoName() {
        return Optional.ofNullable(undone.peek()).map(Step::name);
    }

    /// Takes the last step back; nothing happens when there is none.
    public void undo() {
        if (!done.isEmpty()) {
            Step step = done.pop();
            document = document.apply(step.splice.inverse());
            undone.push(step);
        }
    }

    /// Makes the last undone step again; nothing happens when there is none.
    public void redo() {
        if (!undone.isEmpty()) {
            Step step = undone.pop();
            document = document.apply(step.splice);
            done.push(step);
        }
    }

    /// Notes that the document as it is now is on disk.
    public void saved() {
        savedAt = done.size();
    }

    /// Whether the document differs from what was last saved (or opened).
    public boolean isChanged() {
        return savedAt != done.size();
    }
}
