package org.commonwright.workbench.design;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.Workspace;
import org.commonwright.files.FileTree;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.ProblemList;
import org.commonwright.workbench.preview.LastPreview;
import org.commonwright.workbench.preview.Preview;
import org.commonwright.workbench.preview.PreviewKind;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// The open design, what is selected in it, and what is shown of that.
final class DesignViewModel {
    private final DesignLoading loading;
    private final CurrentDesign current;
    private final ProblemList problems;
    private final Loader<OpenedDesign> design;
    private final Loader<ModuleCard> card;
    private final Loader<Preview> preview;
    private LastPreview last = new LastPreview();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<PreviewKind> kind = new SimpleObjectProperty<>(PreviewKind.TEXT);
    private @Nullable OpenDesign open;
    private @Nullable FileSelection wanted;
    private @Nullable RepoPath previewed;

    DesignViewModel(Workspace workspace, Tasks tasks, Tasks quiet, CurrentDesign current, ProblemList problems) {
        this.loading = new DesignLoading(workspace);
        this.current = current;
        this.problems = problems;
        this.design = new Loader<>(tasks);
        this.card = new Loader<>(quiet);
        this.preview = new Loader<>(tasks);
        design.state().subscribe(this::arrived);
        preview.state().subscribe(state -> problems.set("file",
                state instanceof Loaded.Ready<Preview>(Preview.Program(var program))
                        ? program.file().problems()
                        : List.of()));
    }

    ReadOnlyObjectProperty<Loaded<OpenedDesign>> design() {
        return design.state();
    }

    ReadOnlyObjectProperty<Loaded<ModuleCard>> card() {
        return card.state();
    }

    ReadOnlyObjectProperty<Loaded<Preview>> preview() {
        return preview.state();
    }

    /// What is selected; null for nothing.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// How the selected file is shown.
    ReadOnlyObjectProperty<PreviewKind> kind() {
        return kind;
    }

    /// The modules of the open design; none before it was read.
    List<DesignModule> modules() {
        OpenedDesign opened = design.value();
        return opened == null ? List.of() : opened.tree().modules();
    }

    /// Reads a design, or the same one again after a change.
    void load(@Nullable OpenDesign next) {
        boolean same = next != null && open != null && next.folder().equals(open.folder());
        open = next;
        if (!same) {
            last = new LastPreview();
            previewed = null;
            select(null);
        }
        if (next == null) {
            design.clear();
        } else {
            design.load(Messages.Key.of("workbench-design.reading", next.name()), same,
                    progress -> loading.read(next.folder(), progress));
        }
    }

    /// Once more, after something went wrong.
    void again() {
        load(open);
    }

    void select(@Nullable Shown next) {
        if (next instanceof Shown.OfFolder) {
            return;
        }
        shown.set(next);
        switch (next) {
            case null -> {
                card.clear();
                preview.clear();
            }
            case Shown.OfModule(var module) -> {
                preview.clear();
                OpenedDesign opened = design.value();
                if (opened != null) {
                    card.load(Messages.Key.of("workbench-design.reading", module.name()), true,
                            _ -> ModuleCard.read(module, opened.commons()));
                }
            }
            case Shown.OfFile(_, var file, var line) ->
                show(file, line > 0 ? PreviewKind.TEXT : PreviewKind.of(file.path()));
            case Shown.OfFolder _ -> {
                // Has nothing of its own to show.
            }
            case Shown.Missing _ -> {
                card.clear();
                preview.clear();
            }
        }
    }

    /// Shows the selected file in another way.
    void show(PreviewKind another) {
        if (shown.get() instanceof Shown.OfFile(_, var file, _)) {
            show(file, another);
        }
    }

    /// Shows a file that another part of the program points at, at once or as soon as the design is there.
    void jumpTo(FileSelection selection) {
        wanted = selection;
        OpenedDesign opened = design.value();
        if (opened != null) {
            fulfil(opened);
        }
    }

    private void show(ModuleFile file, PreviewKind how) {
        if (shown.get() instanceof Shown.OfFile(var module, _, _)) {
            FileTree tree = module.source().tree();
            boolean same = file.path().equals(previewed) && how == kind.get();
            LastPreview reader = last;
            previewed = file.path();
            kind.set(how);
            preview.load(Messages.Key.of("workbench.reading", file.path().fileName()), same,
                    progress -> reader.read(tree, file.path(), how, progress));
        }
    }

    private void arrived(Loaded<OpenedDesign> state) {
        if (state instanceof Loaded.Ready<OpenedDesign>(var opened)) {
            current.describe(opened.tree().root().name(), ModuleCard.pictureOf(opened.tree().root()));
            Shown before = shown.get();
            select(before == null ? new Shown.OfModule(opened.tree().root()) : anew(before, opened));
            fulfil(opened);
        }
    }

    /// What was selected before the design was read again.
    private static Shown anew(Shown before, OpenedDesign opened) {
        Optional<DesignModule> module = opened.tree().modules().stream().filter(
                m -> m.path().equals(before.module().path()) && m.source().repository()
                        .equals(before.module().source().repository()))
                .findFirst();
        if (module.isPresent() && before instanceof Shown.OfFile(_, var file, var line)
                && module.get().files().contains(file)) {
            return new Shown.OfFile(module.get(), file, line);
        }
        return new Shown.OfModule(module.orElse(opened.tree().root()));
    }

    private void fulfil(OpenedDesign opened) {
        if (wanted == null) {
            return;
        }
        RepoPath file = wanted.file();
        int line = wanted.line();
        wanted = null;
        opened.tree().modules().stream().filter(m -> m.source().own() && file.isUnder(m.path()))
                .max(Comparator.comparingInt(m -> m.path().text().length()))
                .ifPresent(module -> module.files().stream().filter(f -> f.path().equals(file)).findFirst()
                        .ifPresent(found -> select(new Shown.OfFile(module, found, line))));
    }
}
