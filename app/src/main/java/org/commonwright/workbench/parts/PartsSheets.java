package org.commonwright.workbench.parts;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.commonwright.design.DesignModule;
import org.commonwright.design.fix.ListFixes;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.adding.AddingPane;
import org.commonwright.workbench.adding.AddingViewModel;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.Sheets;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.columns.ColumnsPane;
import org.commonwright.workbench.columns.ColumnsViewModel;
import org.commonwright.workbench.commit.CommitPane;
import org.commonwright.workbench.commit.CommitViewModel;
import org.commonwright.workbench.fixes.FixDesk;
import org.commonwright.workbench.lists.ListsPane;
import org.commonwright.workbench.lists.ListsViewModel;
import org.commonwright.workbench.pins.PinsPane;
import org.commonwright.workbench.pins.PinsViewModel;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The pages that Parts shows over its tables, and the actions that lead to them.
final class PartsSheets {
    private final PartsViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;
    private final PinsViewModel pins;
    private final CommitViewModel committing;
    private final AddingViewModel adding;
    private final ListsViewModel lists;
    private final FixDesk desk;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private @Nullable Sheets sheets;
    private boolean listsShown;

    PartsSheets(PartsViewModel model, LinesCommands commands, WorkbenchContext context) {
        this.model = model;
        this.context = context;
        this.controls = new Controls(context.texts());
        this.pins = new PinsViewModel(context.folders(), context.tasks(), context.tasks().quiet(), context.notices(),
                context.current()::wrote);
        this.committing = new CommitViewModel(context.tasks(), context.notices(), context.current(), context.clock());
        this.adding = new AddingViewModel(context.folders(), context.tasks(), context.notices(),
                new ShownList(model, commands));
        this.desk = new FixDesk(context, "undo-lists", "lists.undone");
        this.lists = new ListsViewModel(context.tasks().quiet(), context.notices(), desk::make);
        model.shown().module().subscribe(module -> {
            if (module != null && listsShown) {
                lists.open(module);
            }
        });
    }

    /// Adds the actions to the window.
    void register() {
        context.actions().add(Action.of("list-columns", Group.PARTS, "columns.open", MaterialDesignT.TABLE_COLUMN,
                this::columns).blockedBy(noColumns()),
                Action.of("choose-lists", Group.PARTS, "lists.open", MaterialDesignF.FILE_TABLE_BOX_MULTIPLE_OUTLINE,
                        this::lists).blockedBy(noLists()),
                Action.of("undo-lists", Group.PARTS, "lists.undo", MaterialDesignU.UNDO, desk::undo)
                        .onlyWhen(desk.undoable(), "lists.undo-none"),
                Action.of("add-module", Group.PARTS, "adding.open-module", MaterialDesignC.CUBE_OUTLINE, this::add)
                        .blockedBy(noTarget()),
                Action.of("add-parts", Group.PARTS, "adding.open-parts", MaterialDesignP.PLAYLIST_PLUS, this::add)
                        .blockedBy(noTarget()),
                Action.of("design-pins", Group.PARTS, "pins.open", MaterialDesignC.CUBE_SEND, this::pins)
                        .blockedBy(context.current().needed()),
                Action.of("commit-parts", Group.PARTS, "parts.commit", MaterialDesignC.CHECK,
                        () -> model.save(this::commit)).withShortcut("Shortcut+K")
                        .blockedBy(context.current().needed()));
    }

    private void commit() {
        show("commit-page", Messages.Key.of("commit.title"),
                new CommitPane(committing, controls, this::close).node(), () -> {});
        committing.look();
    }

    private void add() {
        DesignModule module = model.shown().module().get();
        if (module != null) {
            show("adding-page", Messages.Key.of("adding.title", module.name()),
                    new AddingPane(adding, controls, context.settings(), this::close).node(), adding::close);
            adding.open();
        }
    }

    /// Puts a module that was dropped on the table into the list.
    void drop(DesignModule module) {
        adding.addModule(module, () -> {});
    }

    /// Whether something can be added to the list that is shown.
    boolean canAdd() {
        return model.shown().editable().get();
    }

    private ObservableValue<Optional<Messages.Key>> noTarget() {
        Optional<Messages.Key> reason = Optional.of(Messages.Key.of("adding.no-target"));
        return model.shown().editable().map(can -> can ? Optional.<Messages.Key>empty() : reason);
    }

    private void close() {
        if (sheets != null) {
            sheets.close();
        }
    }

    private void pins() {
        OpenDesign design = context.current().design().get();
        if (design != null) {
            show("pins-page", Messages.Key.of("pins.title"),
                    new PinsPane(pins, controls, context.settings(), context.problems()::jumpTo).node(),
                    () -> {});
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

    void show(String id, Messages.Key title, Node content, Runnable closed) {
        context.navigator().goTo("parts");
        if (sheets != null) {
            sheets.show(id, controls.texts().of(title), content, closed);
        }
    }

    private void lists() {
        DesignModule module = model.shown().module().get();
        if (module != null) {
            Region undo = new ActionControls(controls).iconButton(context.actions().get("undo-lists"));
            show("lists-page", Messages.Key.of("lists.title", module.name()),
                    new ListsPane(lists, controls, undo).node(), () -> listsShown = false);
            listsShown = true;
            lists.open(module);
        }
    }

    /// Why no lists can be chosen now.
    private ObservableValue<Optional<Messages.Key>> noLists() {
        return Bindings.createObjectBinding(() -> {
            DesignModule module = model.shown().module().get();
            if (module == null) {
                return Optional.of(Messages.Key.of("lists.no-module"));
            }
            return model.editing().steps().get().changed()
                    ? Optional.of(Messages.Key.of("lists.unsaved"))
                    : ListFixes.refused(module);
        }, model.shown().module(), model.editing().steps());
    }

    private void columns() {
        OpenDesign design = context.current().design().get();
        DesignModule module = model.shown().module().get();
        RepoPath bom = module == null ? null : module.bom();
        if (design != null && bom != null) {
            var columns = new ColumnsViewModel(context.tasks(), context.tasks().quiet(), context.notices(),
                    context.current()::wrote);
            show("columns-page", Messages.Key.of("columns.title", bom.fileName()),
                    new ColumnsPane(columns, controls).node(), () -> {});
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
