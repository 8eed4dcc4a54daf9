package org.commonwright.workbench.machines;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.machine.printer.PrinterControl;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.machines.printer.PrinterPages;
import org.commonwright.workbench.notice.Notices;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What the menu and the palette offer for printers.
final class PrinterActions {
    private PrinterActions() {}

    /// @param open shows a page of the machine in front
    static List<Action> of(MachinesViewModel model, Notices notices, Consumer<String> open) {
        ObservableValue<Boolean> there = Bindings.createBooleanBinding(
                () -> model.connected().stream().anyMatch(machine -> PrinterPages.isFor(machine.session())),
                model.connected());
        return List.of(
                Action.of("printer-page", Group.MACHINES, "printer.show", MaterialDesignT.THERMOMETER,
                        () -> open.accept(PrinterPages.PRINTER)).onlyWhen(there, "printer.none-connected"),
                Action.of("printer-card", Group.MACHINES, "printer.show-card", MaterialDesignS.SD,
                        () -> open.accept(PrinterPages.CARD)).onlyWhen(there, "printer.none-connected"),
                Action.of("cool-down", Group.MACHINES, "printer.cool-all", MaterialDesignS.SNOWFLAKE,
                        () -> coolDown(model, notices)).onlyWhen(there, "printer.none-connected"));
    }

    private static void coolDown(MachinesViewModel model, Notices notices) {
        for (MachineViewModel machine : model.connected()) {
            if (PrinterPages.isFor(machine.session())) {
                try {
                    new PrinterControl(machine.session()).coolDown();
                } catch (Fault fault) {
                    notices.fault(fault);
                }
            }
        }
    }
}
