package org.commonwright.workbench.machines.runs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.card.MachineCard;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.card.MachineId;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// What a person says of one machine.
public final class CardViewModel {
    private final MachineId machine;
    private final MachineCards cards;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<MachineCard> card = new ReadOnlyObjectWrapper<>(MachineCard.EMPTY);

    public CardViewModel(MachineId machine, MachineCards cards, Tasks tasks, Notices notices) {
        this.machine = machine;
        this.cards = cards;
        this.tasks = tasks;
        this.notices = notices;
        refresh();
    }

    /// It may have been changed elsewhere meanwhile.
    void refresh() {
        tasks.submit(title(), _ -> cards.read(machine), Outcome.of(card::set, notices::fault));
    }

    MachineId machine() {
        return machine;
    }

    ReadOnlyObjectProperty<MachineCard> card() {
        return card.getReadOnlyProperty();
    }

    void save(MachineCard changed) {
        tasks.submit(title(), _ -> {
            cards.write(machine, changed);
            return changed;
        }, Outcome.of(saved -> {
            card.set(saved);
            notices.say("card.saved", machine.text());
        }, notices::fault));
    }

    private Messages.Key title() {
        return Messages.Key.of("card.working", machine.text());
    }
}
