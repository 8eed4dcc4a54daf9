package org.commonwright.workbench.machines.mill;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import org.commonwright.machine.Session;
import org.commonwright.machine.grbl.GrblCode;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;

/// What belongs to a mill on the page of a machine.
public final class MillPages {
    private final Tab setup = new Tab();
    private final Node overrides;
    private final Label alarm = new Label();

    /// @param off while a program runs, or the machine is gone
    public MillPages(MillTarget mill, WorkbenchContext context, Controls controls, ObservableValue<Boolean> off) {
        Session session = mill.session();
        ObservableValue<MachineStatus> status = mill.status();
        var actions = new MillActions(new ReadOnlyObjectWrapper<>(mill), context.dialogs(), context.notices(),
                context.tasks());
        alarm.setWrapText(true);
        alarm.getStyleClass().add("danger");
        alarm.textProperty().bind(controls.texts().messages().flatMap(messages -> status.map(
                now -> now.state() == MachineState.ALARM && now.code() > 0
                        ? messages.get("grbl.alarm", now.code(), GrblCode.alarm(now.code(), session.info().firmware()))
                        : "")));
        alarm.managedProperty().bind(alarm.textProperty().isNotEmpty());
        overrides = new OverridesPane(actions, status, controls).node();
        var model = new SetupViewModel(session, context.tasks(), context.notices());
        ObservableValue<Boolean> still = status
                .flatMap(now -> off.map(no -> no || now.state() != MachineState.IDLE));
        ObservableValue<Boolean> unread = status.flatMap(now -> off.map(
                no -> no || now.state() != MachineState.IDLE && now.state() != MachineState.ALARM));
        var pane = new SetupPane(model, controls, context.dialogs(), context.notices(), context.settings(), still,
                unread, session.info().capabilities());
        setup.textProperty().bind(controls.texts().of("grbl.setup"));
        setup.setContent(pane.node());
        setup.selectedProperty().subscribe(chosen -> shown(pane, chosen, unread.getValue()));
        unread.subscribe(not -> shown(pane, setup.isSelected(), not));
    }

    private static void shown(SetupPane pane, boolean inSight, boolean unread) {
        if (inSight && !unread) {
            pane.shown();
        }
    }

    public static boolean isFor(Session session) {
        return session.info().dialect().equals("grbl");
    }

    /// Why it is locked, and what to do; takes no room while it is not.
    public Node alarm() {
        return alarm;
    }

    /// Speeds and coolant, for the side of the page.
    public Node overrides() {
        return overrides;
    }

    public Tab setup() {
        return setup;
    }
}
