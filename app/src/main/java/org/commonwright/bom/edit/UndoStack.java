package org.commonwright.bom.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A document being edited, with the way back and forth again. Keeps what each step changed, not a copy per step.
public final class UndoStack {
    /// One step; two that do the same are not the same step.
    private static final class Step {
        private final Messages.Key name;
        private final Splice splice;

        Step(Messages.Key name, Splice splice) {
            this.name = name;
            this.splice = splice;
        }
    }

    /// A document at one moment of its editing, to be written while the editing goes on.
    public static final class Moment {
        private final BomDocument document;
        private final @Nullable Step last;

        private Moment(BomDocument document, @Nullable Step last) {
            this.document = document;
            this.last = last;
        }

        public BomDocument document() {
            return document;
        }
    }

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private BomDocument document;
    private @Nullable Step savedAt;

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
        done.push(new Step(edit.name(), splice));
        undone.clear();
    }

    /// The name of the step that [#undo] would take back.
    public Optional<Messages.Key> undoName() {
        return Optional.ofNullable(done.peek()).map(step -> step.name);
    }

    /// The name of the step that [#redo] would make again.
    public Optional<Messages.Key> redoName() {
        return Optional.ofNullable(undone.peek()).map(step -> step.name);
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

    /// The document as it is now.
    public Moment now() {
        return new Moment(document, done.peek());
    }

    /// Notes that the document as it is now is on disk.
    public void saved() {
        saved(now());
    }

    /// Notes that the document as it was at that moment is on disk.
    public void saved(Moment moment) {
        savedAt = moment.last;
    }

    /// Whether the document differs from what was last saved (or opened).
    public boolean isChanged() {
        return savedAt != done.peek();
    }
}
