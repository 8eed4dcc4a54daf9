package org.commonwright.workbench.parts;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong in a document while it is being edited, in the background. One reading at a time: what was edited
/// meanwhile is read next, so that fast typing in a long list does not pile up readings.
final class Proofreader {
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable BomDocument wanted;
    private boolean reading;

    Proofreader(Tasks tasks) {
        this.tasks = tasks;
    }

    /// What is wrong in the document that was read last.
    ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /// Reads a document, now or after the one that is being read.
    ///
    /// @param document null when there is none any more
    void look(@Nullable BomDocument document) {
        if (document == wanted) {
            return;
        }
        wanted = document;
        if (document == null) {
            problems.set(List.of());
        } else if (!reading) {
            read(document);
        }
    }

    private void read(BomDocument document) {
        reading = true;
        tasks.submit(Messages.Key.of("parts.checking"), _ -> document.read().problems(),
                Outcome.<List<Problem>>of(found -> end(document, found),
                        fault -> end(document, List.of(of(fault, document))))
                        .whenCancelled(() -> reading = false));
    }

    private void end(BomDocument document, List<Problem> found) {
        reading = false;
        BomDocument next = wanted;
        if (next == document) {
            problems.set(found);
        } else if (next != null) {
            read(next);
        }
    }

    private static Problem of(Fault fault, BomDocument document) {
        return new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), Place.file(document.file()));
    }
}
