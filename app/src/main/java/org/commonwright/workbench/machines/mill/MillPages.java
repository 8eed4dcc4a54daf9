package org.commonwright.workbench.machines.mill;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;

/// What belongs to a mill on the page of a machine.
public final class MillPages {
    private final Tab setup = new Tab();

    /// @param off while a program runs, or the machine is gone
    public MillPages(Session session, WorkbenchContext context, Controls controls,
            ObservableValue<MachineStatus> status, ObservableValue<Boolean> off) {
        var model = new SetupViewModel(session, context.tasks(), context.notices());
        ObservableValue<Boolean> still = status
                .flatMap(now -> off.map(no -> no || now.state() != MachineState.IDLE));
        ObservableValue<Boolean> unread = status.flatMap(now -> off.map(
                no -> no || now.state() != MachineState.IDLE && now.state() != MachineState.ALARM));
        var pane = new SetupPane(model, controls, context.dialogs(), context.notices(), context.settings(), still,
                unread);
        setup.textProperty().bind(controls.texts().of("grbl.setup"));
        setup.setContent(pane.node());
        setup.setOnSelectionChanged(_ -> {
            if (setup.isSelected() && !unread.getValue()) {
                pane.shown();
            }
        });
    }

    public static boolean isFor(Session session) {
        return session.info().dialect().equals("grbl");
    }

    public Tab setup() {
        return setup;
    }
}
