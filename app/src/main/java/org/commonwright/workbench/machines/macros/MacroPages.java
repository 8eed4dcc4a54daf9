package org.commonwright.workbench.machines.macros;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.commonwright.machine.Session;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.machines.bench.MachinePage;
import org.commonwright.workbench.machines.bench.PageKind;
import org.commonwright.workbench.text.Controls;

/// The page with the macros: a person's own, and those of the open design.
public record MacroPages(WorkbenchContext context, Controls controls) implements PageKind {
    public static final String ID = "macros";

    @Override
    public Optional<MachinePage> page(Session session, Bench bench, ObservableValue<Boolean> off) {
        var macros = new MacrosPane(new MacrosViewModel(session, bench, context.folders(), () -> {
            OpenDesign design = context.current().design().get();
            return design == null ? null : design.folder();
        }, context.tasks(), context.window(), context.notices()), controls, context.dialogs(), off);
        return Optional.of(new MachinePage(ID, "macros.title", macros.node()).whenShown(macros::shown));
    }
}
