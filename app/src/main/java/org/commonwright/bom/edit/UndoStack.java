package org.commonwright.bom.edit;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.commonwright.error.Fault;
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
        private final BomDocument onDisk;
        private final @Nullable Step last;

        private Moment(BomDocument document, BomDocument onDisk, @Nullable Step last) {
            this.document = document;
            this.onDisk = onDisk;
            this.last = last;
        }

        public BomDocument document() {
            return document;
        }

        /// Writes it to its file, which has to be as it was opened or last saved.
        ///
        /// @throws Fault what [BomDocument#save] throws
        public void save(Path target) {
            document.save(target, onDisk);
        }
    }

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private BomDocument document;
    private BomDocument onDisk;
    private @Nullable Step savedAt;

    public UndoStack(BomDocument document) {
        this.document = document;
        this.onDisk = document;
    }

    public BomDocument document() {
        return document;
    }

    /// Makes an edit. One that changes nothing leaves no step.
    public void apply(Edit edit) {
        apply(prepare(document, edit));
    }

    /// An edit that was worked out on a document, away from the stack.
    ///
    /// @param before the document that it is for
    public record Prepared(BomDocument before, Messages.Key name, Change change) {}

    /// What a prepared edit does.
    public static final class Change {
        private final Splice splice;
        private final BomDocument after;

        private Change(Splice splice, BomDocument after) {
            this.splice = splice;
            this.after = after;
        }
    }

    /// Works an edit out, on any thread: one that reaches into many rows takes its time.
    public static Prepared prepare(BomDocument document, Edit edit) {
        Splice splice = edit.on(document);
        return new Prepared(document, edit.name(), new Change(splice, document.apply(splice)));
    }

    /// Makes an edit that was prepared.
    ///
    /// @return false when the document is not the one that it was prepared for; nothing happens then
    public boolean apply(Prepared prepared) {
        if (prepared.before() != document) {
            return false;
        }
        Change change = prepared.change();
        if (!change.splice.isNothing()) {
            document = change.after;
            done.push(new Step(prepared.name(), change.splice));
            undone.clear();
        }
        return true;
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
        return new Moment(document, onDisk, done.peek());
    }

    /// Notes that the document as it is now is on disk.
    public void saved() {
        saved(now());
    }

    /// Notes that the document as it was at that moment is on disk.
    public void saved(Moment moment) {
        savedAt = moment.last;
        onDisk = moment.document;
    }

    /// Whether the document differs from what was last saved (or opened).
    public boolean isChanged() {
        return savedAt != done.peek();
    }
}
