package org.commonwright.workbench.adding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.bom.BomLine;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.add.Adding;
import org.commonwright.design.add.Addition;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The designs of the workspace with their modules and lines, and what of them is added to the list that is open.
public final class AddingViewModel {
    private final AppFolders folders;
    private final Tasks tasks;
    private final Notices notices;
    private final AddTarget target;
    private final Loader<Designs> designs;
    private final Loader<List<BomLine>> lines;
    private final ObservableList<BomLine> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable DesignModule> module = new ReadOnlyObjectWrapper<>();

    /// The roots of all designs; the one that is open comes first.
    ///
    /// @param workspace keeps the repositories open that their modules are read from
    record Designs(List<DesignModule> roots, Workspace workspace) {}

    public AddingViewModel(AppFolders folders, Tasks tasks, Notices notices, AddTarget target) {
        this.folders = folders;
        this.tasks = tasks;
        this.notices = notices;
        this.target = target;
        this.designs = new Loader<>(tasks, found -> found.workspace().close());
        this.lines = new Loader<>(tasks);
        lines.state().subscribe(state -> rows
                .setAll(state instanceof Loaded.Ready<List<BomLine>>(List<BomLine> read) ? read : List.of()));
    }

    Loader<Designs> designs() {
        return designs;
    }

    /// The lines of the chosen module.
    Loader<List<BomLine>> lines() {
        return lines;
    }

    ObservableList<BomLine> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<@Nullable DesignModule> module() {
        return module.getReadOnlyProperty();
    }

    /// Reads every design of the workspace.
    public void open() {
        AddTarget.Place place = target.place();
        if (place == null) {
            return;
        }
        module.set(null);
        lines.clear();
        designs.load(Messages.Key.of("adding.reading"), progress -> {
            var workspace = new Workspace(folders.workspace());
            try {
                return new Designs(roots(workspace, place.design(), progress), workspace);
            } catch (Fault fault) {
                workspace.close();
                throw fault;
            }
        });
    }

    /// Gives the repositories back.
    public void close() {
        lines.clear();
        designs.clear();
    }

    private static List<DesignModule> roots(Workspace workspace, Path own, Progress progress) {
        List<DesignModule> roots = new ArrayList<>();
        var reader = new DesignReader(workspace);
        roots.add(reader.read(own).tree().root());
        Path here = own.toAbsolutePath().normalize();
        for (Path folder : workspace.designs()) {
            progress.check();
            if (Files.exists(folder.resolve(".git")) && !folder.toAbsolutePath().normalize().equals(here)) {
                try {
                    roots.add(reader.read(folder).tree().root());
                } catch (Fault _) {
                    // A design that cannot be read says why when it is opened; here it has nothing to offer.
                    continue;
                }
            }
        }
        return roots;
    }

    /// Shows the lines of a module.
    void choose(DesignModule chosen) {
        module.set(chosen);
        lines.load(Messages.Key.of("adding.reading-lines", chosen.name()), _ -> Adding.lines(chosen));
    }

    /// Adds one line that asks for a module.
    ///
    /// @param done called when it is there
    public void addModule(DesignModule chosen, Runnable done) {
        add(chosen.name(), place -> adding -> adding.module(place.document(), chosen, place.at()), done);
    }

    /// Adds lines of the chosen module.
    void addLines(List<BomLine> chosen, Runnable done) {
        DesignModule from = module.get();
        if (from != null && !chosen.isEmpty()) {
            List<BomLine> fixed = List.copyOf(chosen);
            add(from.name(), place -> adding -> adding.lines(place.document(), from, fixed, place.at()), done);
        }
    }

    private void add(String name, Function<AddTarget.Place, Function<Adding, Addition>> what, Runnable done) {
        AddTarget.Place place = target.place();
        if (place == null) {
            return;
        }
        tasks.submit(Messages.Key.of("adding.adding", name), _ -> {
            try (var workspace = new Workspace(folders.workspace())) {
                return what.apply(place).apply(new Adding(workspace, place.design(), place.module(), place.pending()));
            }
        }, Outcome.of(addition -> {
            // What was typed meanwhile is not to be lost: the edit is made on the list as it was looked at.
            AddTarget.Place now = target.place();
            if (now == null || now.document() != place.document()) {
                notices.warn("adding.changed-meanwhile");
                return;
            }
            target.accept(addition);
            tell(addition);
            done.run();
        }, notices::fault));
    }

    private void tell(Addition addition) {
        if (!addition.leftOut().isEmpty()) {
            notices.say("adding.left-out", addition.lines(), String.join(", ", addition.leftOut()));
        } else if (!addition.pins().isEmpty()) {
            notices.say("adding.pinned-when-saved", addition.lines(), addition.pins().getFirst().name());
        } else {
            notices.say("adding.added", addition.lines());
        }
    }
}
