package org.commonwright.workbench.parts;

import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.DesignModule;
import org.commonwright.design.add.Addition;
import org.commonwright.workbench.adding.AddTarget;
import org.commonwright.workbench.area.OpenDesign;
import org.jspecify.annotations.Nullable;

/// The list that is shown, for what is added to it: below the chosen line, else at its end.
final class ShownList implements AddTarget {
    private final PartsViewModel model;
    private final LinesCommands commands;

    ShownList(PartsViewModel model, LinesCommands commands) {
        this.model = model;
        this.commands = commands;
    }

    @Override
    public @Nullable Place place() {
        OpenDesign design = model.shown().open();
        DesignModule module = model.shown().module().get();
        BomDocument document = model.editing().document();
        return design == null || module == null || document == null || !model.shown().editable().get()
                ? null
                : new Place(design.folder(), module, document, Math.min(commands.below(), document.size()),
                        model.editing().wished());
    }

    @Override
    public void accept(Addition addition) {
        commands.add(addition);
    }
}
