package org.commonwright.workbench.parts;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.commonwright.design.DesignModule;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Loaded;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The actions of the table of a bill of materials. Each says why it cannot be done now.
final class LinesActions {
    private final PartsViewModel model;
    private final LinesCommands commands;
    private final WorkbenchContext context;

    private LinesActions(PartsViewModel model, LinesCommands commands, WorkbenchContext context) {
        this.model = model;
        this.commands = commands;
        this.context = context;
    }

    static void register(PartsViewModel model, LinesCommands commands, WorkbenchContext context) {
        var actions = new LinesActions(model, commands, context);
        actions.steps();
        actions.cells();
        actions.lines();
        actions.finding();
        actions.columns();
        actions.choosing();
        actions.keeping();
    }

    private void steps() {
        context.actions().add(
                edit("undo-edit", "parts.undo", MaterialDesignU.UNDO, commands::undo).withShortcut("Shortcut+Z")
                        .blockedBy(onlyWhen(editable(), model.editing().steps().map(s -> s.undo().isPresent()),
                                "parts.nothing-to-undo")),
                edit("redo-edit", "parts.redo", MaterialDesignR.REDO, commands::redo).withShortcut("Shortcut+Y")
                        .blockedBy(onlyWhen(editable(), model.editing().steps().map(s -> s.redo().isPresent()),
                                "parts.nothing-to-redo")));
    }

    private void cells() {
        context.actions().add(
                onChosen("cut-cells", "parts.cut", MaterialDesignC.CONTENT_CUT, commands::cut)
                        .withShortcut("Shortcut+X"),
                edit("paste-cells", "parts.paste", MaterialDesignC.CONTENT_PASTE, commands::paste)
                        .withShortcut("Shortcut+V").blockedBy(onlyWhen(editable(), somewhere(), "parts.choose-cells")),
                onChosen("clear-cells", "parts.clear", MaterialDesignE.ERASER, commands::clear).withShortcut("Delete"),
                onChosen("fill-down", "parts.fill-down", MaterialDesignA.ARROW_COLLAPSE_DOWN, commands::fillDown)
                        .withShortcut("Shortcut+D"),
                Action.of("cell-history", Group.EDIT, "parts.history", MaterialDesignH.HISTORY, commands::history)
                        .blockedBy(onlyWhen(inSight(), model.table().chosen(), "parts.choose-cells")));
    }

    private void lines() {
        context.actions().add(
                edit("add-line", "parts.add-line", MaterialDesignP.PLUS, commands::insert).withShortcut("Alt+Insert"),
                onChosen("move-lines-up", "parts.move-up", MaterialDesignA.ARROW_UP, () -> commands.move(-1))
                        .withShortcut("Shift+Alt+Up"),
                onChosen("move-lines-down", "parts.move-down", MaterialDesignA.ARROW_DOWN, () -> commands.move(1))
                        .withShortcut("Shift+Alt+Down"),
                onChosen("delete-lines", "parts.delete-lines", MaterialDesignD.DELETE_OUTLINE, commands::delete)
                        .withShortcut("Shift+Delete"));
    }

    private void finding() {
        var found = model.find().hits().state()
                .map(state -> state instanceof Loaded.Ready<Hits>(Hits hits) && hits.size() > 0);
        context.actions().add(
                Action.of("find", Group.EDIT, "parts.find", MaterialDesignM.MAGNIFY, () -> commands.find(false))
                        .withShortcut("Shortcut+F").blockedBy(inSight()),
                Action.of("replace", Group.EDIT, "parts.replace", MaterialDesignF.FIND_REPLACE,
                        () -> commands.find(true)).withShortcut("Shortcut+H").blockedBy(editable()),
                Action.of("find-next", Group.EDIT, "parts.find-next", MaterialDesignC.CHEVRON_DOWN,
                        () -> commands.findNext(1)).withShortcut("F3")
                        .blockedBy(onlyWhen(inSight(), found, "parts.nothing-found")),
                Action.of("find-previous", Group.EDIT, "parts.find-previous", MaterialDesignC.CHEVRON_UP,
                        () -> commands.findNext(-1)).withShortcut("Shift+F3")
                        .blockedBy(onlyWhen(inSight(), found, "parts.nothing-found")),
                Action.of("replace-one", Group.EDIT, "parts.replace-one", MaterialDesignF.FILE_REPLACE_OUTLINE,
                        commands::replaceOne).blockedBy(onlyWhen(editable(), found, "parts.nothing-found")),
                Action.of("replace-all", Group.EDIT, "parts.replace-all", MaterialDesignF.FIND_REPLACE,
                        model.find()::replaceAll).blockedBy(onlyWhen(editable(), found, "parts.nothing-found")));
    }

    private void columns() {
        context.actions().add(
                edit("add-column", "parts.add-column", MaterialDesignT.TABLE_COLUMN_PLUS_AFTER, commands::addColumn),
                onChosen("rename-column", "parts.rename-column", MaterialDesignR.RENAME_BOX, commands::renameColumn),
                onChosen("delete-column", "parts.delete-column", MaterialDesignT.TABLE_COLUMN_REMOVE,
                        commands::removeColumn),
                edit("order-file", "parts.order-file", MaterialDesignS.SORT_VARIANT, commands::orderFile));
    }

    private void choosing() {
        context.actions().add(
                Action.of("select-all", Group.EDIT, "parts.select-all", MaterialDesignS.SELECT_ALL,
                        commands.meant(() -> commands.choose(true, true))).withShortcut("Shortcut+A")
                        .blockedBy(inSight()),
                Action.of("select-row", Group.EDIT, "parts.select-row", MaterialDesignT.TABLE_ROW,
                        commands.meant(() -> commands.choose(true, false))).withShortcut("Shift+Space")
                        .blockedBy(onlyWhen(inSight(), model.table().chosen(), "parts.choose-cells")),
                Action.of("select-column", Group.EDIT, "parts.select-column", MaterialDesignT.TABLE_COLUMN,
                        commands.meant(() -> commands.choose(false, false))).withShortcut("Shortcut+Space")
                        .blockedBy(onlyWhen(inSight(), model.table().chosen(), "parts.choose-cells")));
    }

    private void keeping() {
        context.actions().add(
                Action.of("save-parts", Group.PARTS, "parts.save", MaterialDesignC.CONTENT_SAVE_OUTLINE, model::save)
                        .withShortcut("Shortcut+S").onlyWhen(model.canSave(), "parts.save-nothing"));
    }

    /// Whether there is a place to paste to: chosen cells, or a list that has no lines yet.
    private ObservableValue<Boolean> somewhere() {
        return Bindings.createBooleanBinding(
                () -> model.table().chosen().get() || model.editing().rows().isEmpty(), model.table().chosen(),
                model.editing().rows());
    }

    private Action onChosen(String id, String key, Ikon icon, Runnable command) {
        return edit(id, key, icon, command)
                .blockedBy(onlyWhen(editable(), model.table().chosen(), "parts.choose-cells"));
    }

    private Action edit(String id, String key, Ikon icon, Runnable command) {
        return Action.of(id, Group.EDIT, key, icon, commands.meant(command)).blockedBy(editable());
    }

    /// Why no cell may be changed now.
    private ObservableValue<Optional<Messages.Key>> editable() {
        return Bindings.createObjectBinding(() -> {
            Optional<Messages.Key> away = inSight().getValue();
            return away.isPresent() || model.shown().editable().get() ? away : Optional.of(locked());
        }, context.navigator().current(), model.table().inFront(), model.shown().editable(), model.shown().module(),
                model.editing().columns());
    }

    private Messages.Key locked() {
        DesignModule module = model.shown().module().get();
        return Messages.Key.of(module == null || module.source().own() ? "parts.no-table" : "parts.pinned");
    }

    /// Why the table is not at hand now.
    private ObservableValue<Optional<Messages.Key>> inSight() {
        return Bindings.createObjectBinding(
                () -> context.navigator().current().get().equals("parts") && model.table().inFront().get()
                        ? model.editing().columns().get().isEmpty()
                                ? Optional.of(Messages.Key.of("parts.no-bom"))
                                : Optional.empty()
                        : Optional.of(Messages.Key.of("parts.not-in-sight")),
                context.navigator().current(), model.table().inFront(), model.editing().columns());
    }

    private static ObservableValue<Optional<Messages.Key>> onlyWhen(ObservableValue<Optional<Messages.Key>> before,
            ObservableValue<Boolean> possible, String reason) {
        return Bindings.createObjectBinding(
                () -> before.getValue().isPresent() || possible.getValue()
                        ? before.getValue()
                        : Optional.of(Messages.Key.of(reason)),
                before, possible);
    }
}
