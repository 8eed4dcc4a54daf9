package org.commonwright.workbench.parts;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.commonwright.design.DesignModule;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.Sheets;
import org.commonwright.workbench.columns.ColumnsPane;
import org.commonwright.workbench.columns.ColumnsViewModel;
import org.commonwright.workbench.pins.PinsPane;
import org.commonwright.workbench.pins.PinsViewModel;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The pages that Parts shows over its tables, and the actions that lead to them.
final class PartsSheets {
    private final PartsViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;
    private final PinsViewModel pins;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private @Nullable Sheets sheets;

    PartsSheets(PartsViewModel model, WorkbenchContext context) {
        this.model = model;
        this.context = context;
        this.controls = new Controls(context.texts());
        this.pins = new PinsViewModel(context.folders(), context.tasks(), context.notices(),
                context.current()::changed);
    }

    /// Adds the actions to the window.
    void register() {
        context.actions().add(Action.of("list-columns", Group.PARTS, "columns.open", MaterialDesignT.TABLE_COLUMN,
                this::columns).blockedBy(noColumns()),
                Action.of("design-pins", Group.PARTS, "pins.open", MaterialDesignC.CUBE_SEND, this::pins)
                        .blockedBy(context.current().needed()));
    }

    private void pins() {
        OpenDesign design = context.current().design().get();
        if (design != null) {
            show("pins-page", Messages.Key.of("pins.title"),
                    new PinsPane(pins, controls, context.settings(), context.problems()::jumpTo).node());
            pins.open(design.folder());
        }
    }

    /// Whether a page is in sight.
    ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// The area's view with room for pages over it.
    Node over(Node view) {
        var made = new Sheets(controls, view);
        made.shown().subscribe(now -> shown.set(now));
        sheets = made;
        return made.node();
    }

    private void show(String id, Messages.Key title, Node content) {
        context.navigator().goTo("parts");
        if (sheets != null) {
            sheets.show(id, controls.texts().of(title), content, () -> {});
        }
    }

    private void columns() {
        OpenDesign design = context.current().design().get();
        DesignModule module = model.shown().module().get();
        RepoPath bom = module == null ? null : module.bom();
        if (design != null && bom != null) {
            var columns = new ColumnsViewModel(context.tasks().quiet(), context.notices(), context.current()::changed);
            show("columns-page", Messages.Key.of("columns.title", bom.fileName()),
                    new ColumnsPane(columns, controls).node());
            columns.open(design.folder(), bom);
        }
    }

    /// Why nothing can be said about columns now.
    private ObservableValue<Optional<Messages.Key>> noColumns() {
        return Bindings.createObjectBinding(() -> {
            DesignModule module = model.shown().module().get();
            if (module == null || module.bom() == null) {
                return Optional.of(Messages.Key.of("columns.no-list"));
            }
            if (!module.source().own()) {
                return Optional.of(Messages.Key.of("columns.not-own"));
            }
            return model.editing().steps().get().changed()
                    ? Optional.of(Messages.Key.of("columns.unsaved"))
                    : Optional.empty();
        }, model.shown().module(), model.editing().steps());
    }
}
