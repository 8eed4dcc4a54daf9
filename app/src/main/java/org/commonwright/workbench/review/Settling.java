package org.commonwright.workbench.review;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.Resolution;

/// Merging and declining the proposal that is shown: why it is done, and what keeps it from being done now.
final class Settling {
    private final ReviewViewModel model;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> accepting = blocked();
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> declining = blocked();
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> deciding = blocked();
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> resting = blocked();
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> restarting = blocked();

    Settling(ReviewViewModel model) {
        this.model = model;
        model.shown().state().subscribe(this::look);
        model.acting().subscribe(this::look);
        model.choices().addListener((MapChangeListener<MergeConflict, Resolution>) _ -> look());
        model.manyAtOnce().subscribe(this::look);
        reason.subscribe(this::look);
        model.chosen().subscribe((_, _) -> reason.set(""));
    }

    private static ReadOnlyObjectWrapper<Optional<Messages.Key>> blocked() {
        return new ReadOnlyObjectWrapper<>(Optional.of(Messages.Key.of("decide.no-proposal")));
    }

    /// Why it is merged or declined; declining needs it.
    StringProperty reason() {
        return reason;
    }

    /// Why it cannot be merged now; empty when it can.
    ReadOnlyObjectProperty<Optional<Messages.Key>> accepting() {
        return accepting.getReadOnlyProperty();
    }

    /// Why it cannot be declined now; empty when it can.
    ReadOnlyObjectProperty<Optional<Messages.Key>> declining() {
        return declining.getReadOnlyProperty();
    }

    /// Why there is no conflict to go to; empty when there is one.
    ReadOnlyObjectProperty<Optional<Messages.Key>> deciding() {
        return deciding.getReadOnlyProperty();
    }

    /// Why nothing is left to decide about the conflicts; empty when something is.
    ReadOnlyObjectProperty<Optional<Messages.Key>> resting() {
        return resting.getReadOnlyProperty();
    }

    /// Why no decision about a conflict can be taken back; empty when one can.
    ReadOnlyObjectProperty<Optional<Messages.Key>> restarting() {
        return restarting.getReadOnlyProperty();
    }

    void accept() {
        model.accept(reason.get());
    }

    void decline() {
        model.decline(reason.get());
    }

    private void look() {
        if (model.manyAtOnce().get()) {
            return;
        }
        Shown shown = model.shown().value();
        Optional<Messages.Key> no = model.acting().get()
                ? Optional.of(Messages.Key.of("merging.busy"))
                : shown == null || shown.standpoint().isEmpty()
                        ? Optional.of(Messages.Key.of("decide.no-proposal"))
                        : Optional.empty();
        accepting.set(no.or(() -> ruled(shown.standpoint().flatMap(Standpoint::mayNotAccept)))
                .or(() -> isDecided(shown)
                        ? Optional.empty()
                        : Optional.of(Messages.Key.of("reviews.accept-needs-choices"))));
        declining.set(no.or(() -> ruled(shown.standpoint().flatMap(Standpoint::mayNotDecline)))
                .or(() -> reason.get().isBlank()
                        ? Optional.of(Messages.Key.of("reviews.decline-needs-reason"))
                        : Optional.empty()));
        deciding.set(no.or(() -> shown.conflicts().isEmpty()
                ? Optional.of(Messages.Key.of("merging.no-conflict"))
                : Optional.empty()));
        resting.set(deciding.get().or(() -> isDecided(shown)
                ? Optional.of(Messages.Key.of("merging.nothing-left"))
                : Optional.empty()));
        restarting.set(no.or(() -> model.choices().isEmpty()
                ? Optional.of(Messages.Key.of("merging.nothing-decided"))
                : Optional.empty()));
    }

    /// There may be ten thousand, and this is asked after each.
    private boolean isDecided(Shown shown) {
        return model.choices().size() >= shown.conflicts().size()
                && model.choices().keySet().containsAll(shown.conflicts());
    }

    private static Optional<Messages.Key> ruled(Optional<Fault> why) {
        return why.map(Deciding::key);
    }
}
