package org.commonwright.workbench.machines;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Port;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.queue.Queues;
import org.commonwright.task.Progress;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.machines.runs.CardPane;
import org.commonwright.workbench.machines.runs.CardViewModel;
import org.commonwright.workbench.machines.runs.QueuePane;
import org.commonwright.workbench.machines.runs.QueueViewModel;
import org.commonwright.workbench.machines.runs.Starting;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.workbench.text.Controls;

/// The pages of one machine on what it makes next and on what a person says of it. They are filled once it is known which machine
/// it is, which takes a look at the ports.
final class RunPages {
    private final MachineViewModel machine;
    private final WorkbenchContext context;
    private final Controls controls;
    private final ObservableValue<Boolean> off;
    private final Tab queue;
    private final Tab card;

    RunPages(MachineViewModel machine, WorkbenchContext context, Controls controls, ObservableValue<Boolean> off) {
        this.machine = machine;
        this.context = context;
        this.controls = controls;
        this.off = off;
        this.queue = tab("queue.title");
        this.card = tab("card.title");
        context.tasks().quiet().submit(Messages.Key.of("card.working", machine.name()),
                _ -> MachineId.of(Port.parse(machine.name()), SerialPorts.list()),
                Outcome.of(this::fill, context.notices()::fault));
    }

    Tab queue() {
        return queue;
    }

    Tab card() {
        return card;
    }

    private Tab tab(String key) {
        var tab = new Tab();
        tab.textProperty().bind(controls.texts().of(key));
        return tab;
    }

    private final class OnMachine implements Starting {
        @Override
        public List<Problem> look(Program program, Progress progress) {
            return new ProgramReading(machine.session()).findings(program, progress);
        }

        @Override
        public void start(Program program, Consumer<String> begun, Runnable refused) {
            machine.start(program, begun, refused);
        }
    }

    private void fill(MachineId id) {
        var model = new QueueViewModel(id, Queues.of(context.folders()), context.tasks().quiet(), context.notices(),
                context.clock(), new OnMachine(), machine.outcome());
        var pane = new QueuePane(model, controls, context.dialogs(), context.settings(), off);
        queue.setContent(pane.node());
        queue.setOnSelectionChanged(_ -> {
            if (queue.isSelected()) {
                pane.shown();
            }
        });
        var about = new CardPane(new CardViewModel(id, MachineCards.of(context.folders()), context.tasks().quiet(),
                context.notices()), controls, context.notices());
        card.setContent(about.node());
        card.setOnSelectionChanged(_ -> {
            if (card.isSelected()) {
                about.shown();
            }
        });
    }
}
