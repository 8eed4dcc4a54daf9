package org.commonwright.workbench.parts;

import java.util.List;
import java.util.Optional;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.workbench.area.CellSelection;
import org.commonwright.workbench.tasks.Loaded;
import org.jspecify.annotations.Nullable;

/// Leads to a cell that another part of the program points at, at once or as soon as the bill of materials is there.
final class CellJump {
    private final PartsViewModel model;
    private @Nullable CellSelection wanted;
    private @Nullable PartsView view;

    CellJump(PartsViewModel model) {
        this.model = model;
    }

    /// Makes it follow what is read; called behind everything else that does.
    void show(PartsView shown) {
        view = shown;
        model.shown().design().state().subscribe(_ -> module());
        model.shown().bill().state().subscribe(_ -> cell());
    }

    void to(CellSelection selection) {
        wanted = selection;
        module();
        cell();
    }

    private void module() {
        ShownModule.Opened opened = model.shown().design().value();
        CellSelection cell = wanted;
        if (opened == null || cell == null || view == null) {
            return;
        }
        Optional<DesignModule> asked = new ModuleTree(opened.root(), List.of()).modules().stream()
                .filter(m -> m.source().own() && cell.file().equals(m.bom()) && m.section().isEmpty()).findFirst();
        if (asked.isEmpty()) {
            wanted = null;
        } else if (model.shown().module().get() != asked.get()) {
            view.choose(asked.get());
        }
    }

    private void cell() {
        CellSelection cell = wanted;
        BomDocument document = model.editing().document();
        if (cell == null || view == null || document == null
                || !(model.shown().bill().state().get() instanceof Loaded.Ready<ShownModule.Bill>(var bill))
                || !bill.file().equals(cell.file())) {
            return;
        }
        wanted = null;
        view.reveal(document.lineAt(cell.row()), Math.max(0, cell.column() - 1));
    }
}
