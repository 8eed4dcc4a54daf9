package org.commonwright.workbench.review;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.commonwright.error.Fault;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Stance.Word;
import org.commonwright.governance.decide.DecideWords;
import org.commonwright.governance.decide.Standing;
import org.commonwright.i18n.Messages;

/// Saying where one stands on the chosen proposal, and closing it.
final class Deciding {
    private final ReviewViewModel model;
    private final StringProperty reason = new SimpleStringProperty("");
    private final Map<Word, ReadOnlyObjectWrapper<Optional<Messages.Key>>> blocked = new EnumMap<>(Word.class);
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> revising = new ReadOnlyObjectWrapper<>(
            Optional.of(Messages.Key.of("decide.no-proposal")));
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> closing = new ReadOnlyObjectWrapper<>(Optional.empty());

    Deciding(ReviewViewModel model) {
        this.model = model;
        for (Word word : Word.values()) {
            blocked.put(word, new ReadOnlyObjectWrapper<>(Optional.empty()));
        }
        model.shown().state().subscribe(_ -> look());
        reason.subscribe((_, _) -> look());
        model.chosen().subscribe((_, _) -> reason.set(""));
    }

    /// Why one stands there; a block needs it.
    StringProperty reason() {
        return reason;
    }

    /// Why a stance cannot be given now; empty when it can.
    ReadOnlyObjectProperty<Optional<Messages.Key>> blocked(Word word) {
        return blocked.get(word).getReadOnlyProperty();
    }

    /// Why the proposal cannot be closed now; empty when it can.
    ReadOnlyObjectProperty<Optional<Messages.Key>> closing() {
        return closing.getReadOnlyProperty();
    }

    void say(Word word) {
        if (model.chosen().get() instanceof ReviewItem.Proposed(ProposalState state)) {
            String why = reason.get();
            model.stay(Messages.Key.of("decide.saying", state.proposal().title()), desk -> {
                desk.decisions().give(state, word, why);
                return Messages.Key.of(DecideWords.said(word), state.proposal().title());
            }, () -> reason.set(""));
        }
    }

    void close() {
        if (model.chosen().get() instanceof ReviewItem.Proposed(ProposalState state)) {
            model.stay(Messages.Key.of("decide.closing", state.proposal().title()), desk -> {
                Standing.Closed closed = desk.decisions().close(state);
                return Messages.Key.of(DecideWords.closed(closed.certificate().outcome()),
                        closed.entry().abbreviated(), closed.certificate().person().name(), closed.at(),
                        closed.certificate().stances().size());
            }, () -> {});
        }
    }

    /// Why what the proposal's branch has become cannot be put forward now; empty when it can.
    ReadOnlyObjectProperty<Optional<Messages.Key>> revising() {
        return revising.getReadOnlyProperty();
    }

    /// Puts forward what its branch has become; whoever had spoken is asked again.
    void revise() {
        if (model.chosen().get() instanceof ReviewItem.Proposed(ProposalState state)) {
            model.act(Messages.Key.of("decide.revising", state.proposal().title()), desk -> {
                desk.revise(state, state.proposal().source());
                ProposalState now = desk.proposals().require(state.id());
                return Messages.Key.of("decide.revised", now.proposal().title(), now.proposal().head().abbreviated());
            });
        }
    }

    private void look() {
        Shown shown = model.shown().value();
        Optional<Standpoint> standpoint = shown == null ? Optional.empty() : shown.standpoint();
        Optional<Messages.Key> mayNot = standpoint.isEmpty()
                ? Optional.of(Messages.Key.of("decide.no-proposal"))
                : standpoint.get().mayNotSpeak().map(Deciding::key);
        Optional<Messages.Key> mayNotSay = mayNot.or(() -> standpoint.flatMap(Standpoint::standing)
                .flatMap(Standing::closed).flatMap(this::tooLate));
        blocked.forEach((word, property) -> property.set(mayNotSay.or(() -> word == Word.BLOCK && reason.get().isBlank()
                ? Optional.of(Messages.Key.of("decide.reason-needed"))
                : Optional.empty())));
        revising.set(standpoint.map(now -> now.mayNotRevise().map(Deciding::key))
                .orElseGet(() -> Optional.of(Messages.Key.of("decide.no-proposal"))));
        closing.set(mayNot.or(() -> standpoint.flatMap(Standpoint::standing).flatMap(Deciding::notYet)));
    }

    /// What is said after a certificate does not count.
    private Optional<Messages.Key> tooLate(Standing.Closed closed) {
        return model.chosen().get() instanceof ReviewItem.Proposed(ProposalState state)
                ? Optional.of(Messages.Key.of("decide.closed-before", state.proposal().title(),
                        closed.entry().abbreviated()))
                : Optional.empty();
    }

    private static Optional<Messages.Key> notYet(Standing standing) {
        return standing.closed().isPresent()
                ? Optional.of(Messages.Key.of("decide.closed-already"))
                : standing.outcome().isPresent()
                        ? Optional.empty()
                        : standing.missing().stream()
                                .reduce((one, next) -> Messages.Key.of("decide.and", one, next));
    }

    static Messages.Key key(Fault fault) {
        return Messages.Key.of(fault.code(), fault.arguments().toArray());
    }
}
