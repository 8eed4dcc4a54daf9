package org.commonwright.workbench.parts;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Which module of the open design is shown, and its bill of materials. Both are read in the background.
final class ShownModule {
    private final AppFolders folders;
    private final BomEditing editing;
    private final Loader<Opened> design;
    private final Loader<Bill> bill;
    private final ReadOnlyObjectWrapper<@Nullable DesignModule> module = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
    private @Nullable OpenDesign open;

    /// The design and the repositories that its modules are read from, which stay open as long as it is shown.
    record Opened(DesignModule root, Workspace workspace) {}

    /// A module's bill of materials as it is on disk.
    ///
    /// @param same whether it is what was being edited, so that the way back can be kept
    record Bill(DesignModule module, RepoPath file, DesignBoms.Shown onDisk, boolean same) {}

    ShownModule(AppFolders folders, Tasks tasks, BomEditing editing) {
        this.folders = folders;
        this.editing = editing;
        this.design = new Loader<>(tasks, opened -> opened.workspace().close());
        this.bill = new Loader<>(tasks);
        design.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<Opened>(Opened(DesignModule root, _))) {
                select(SameModule.of(root, module.get()));
            }
        });
        bill.state().subscribe(this::show);
    }

    /// The root of the module tree.
    Loader<Opened> design() {
        return design;
    }

    /// The bill of materials of the shown module; nothing for a module without one.
    Loader<Bill> bill() {
        return bill;
    }

    /// The module whose parts are shown.
    ReadOnlyObjectProperty<@Nullable DesignModule> module() {
        return module.getReadOnlyProperty();
    }

    /// Whether the shown bill may be edited: it is this design's own, not one pinned from another repository, and a separated
    /// table.
    ReadOnlyBooleanProperty editable() {
        return editable.getReadOnlyProperty();
    }

    /// The open design; null for none.
    @Nullable
    OpenDesign open() {
        return open;
    }

    /// Follows the open design.
    void load(@Nullable OpenDesign next) {
        if (next == null || open != null && !open.folder().equals(next.folder())) {
            close();
            editing.forgetAll();
            module.set(null);
        }
        open = next;
        if (next != null) {
            design.load(Messages.Key.of("parts.reading", next.name()), true, _ -> {
                var store = new Workspace(folders.workspace());
                try {
                    return new Opened(new DesignReader(store).read(next.folder()).tree().root(), store);
                } catch (Fault fault) {
                    store.close();
                    throw fault;
                }
            });
        }
    }

    /// Shows another module.
    void select(DesignModule chosen) {
        DesignModule before = module.get();
        boolean same = before != null && SameModule.is(before, chosen);
        module.set(chosen);
        RepoPath file = chosen.bom();
        if (!same || file == null) {
            editable.set(false);
            editing.clear();
        }
        if (file == null) {
            bill.clear();
            return;
        }
        BomDocument kept = editing.kept(file);
        bill.load(Messages.Key.of("parts.reading", chosen.name()), same, _ -> {
            DesignBoms.Shown onDisk = DesignBoms.shown(chosen, file);
            return new Bill(chosen, file, onDisk, kept != null && kept.isWrittenLike(onDisk.document()));
        });
    }

    /// Gives the repositories back.
    void close() {
        bill.clear();
        design.clear();
    }

    private void show(Loaded<Bill> state) {
        switch (state) {
            case Loaded.Ready<Bill>(Bill read) -> {
                editable.set(read.module().source().own() && read.onDisk().inPlace());
                editing.show(read.file(), read.onDisk().document(), read.same());
            }
            case Loaded.Failed<Bill> _ -> {
                // The pane of the list says what went wrong, where the list would be.
                editable.set(false);
                editing.clear();
            }
            case Loaded.Loading<Bill> _,Loaded.Nothing<Bill> _ -> {
            }
        }
    }
}
