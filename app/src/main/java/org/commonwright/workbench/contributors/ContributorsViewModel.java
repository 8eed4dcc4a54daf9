package org.commonwright.workbench.contributors;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.contribution.insight.Note;
import org.commonwright.credit.Credit;
import org.commonwright.credit.EffortState;
import org.commonwright.credit.Stated;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Each contributor's part of the open design or of one of its modules, as of the commit that is checked out.
public final class ContributorsViewModel {
    private final DesignParts design;
    private final Loader<Parts> parts;
    private final Loader<List<Note>> notes;
    private final ObjectProperty<@Nullable Credit> person = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable EffortState> effort = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Stated> statement = new SimpleObjectProperty<>();
    private RepoPath folder = RepoPath.ROOT;
    private boolean notesShown;
    private @Nullable OpenDesign open;

    public ContributorsViewModel(AppFolders folders, Tasks tasks) {
        this.design = new DesignParts(folders);
        this.parts = new Loader<>(tasks);
        this.notes = new Loader<>(tasks);
        parts.state().subscribe(state -> {
            notes.clear();
            if (notesShown && state instanceof Loaded.Ready<Parts>) {
                loadNotes();
            }
        });
    }

    Loader<Parts> parts() {
        return parts;
    }

    /// What makes lines look like more than was done; read only while it is shown, because it reads the history a second time.
    Loader<List<Note>> notes() {
        return notes;
    }

    /// Who is chosen in the table.
    ObjectProperty<@Nullable Credit> person() {
        return person;
    }

    ObjectProperty<@Nullable EffortState> effort() {
        return effort;
    }

    ObjectProperty<@Nullable Stated> statement() {
        return statement;
    }

    /// Whether a design is open; what is not shown then was cancelled.
    boolean isOpen() {
        return open != null;
    }

    @Nullable
    OpenDesign open() {
        return open;
    }

    /// Follows the open design.
    void load(@Nullable OpenDesign next) {
        if (next == null || open != null && !open.folder().equals(next.folder())) {
            folder = RepoPath.ROOT;
            parts.clear();
        }
        open = next;
        reload();
    }

    /// Asks about another module.
    void choose(RepoPath module) {
        folder = module;
        reload();
    }

    void reload() {
        OpenDesign of = open;
        if (of != null) {
            RepoPath wanted = folder;
            parts.load(Messages.Key.of("contributors.reading", of.name()), true,
                    watch -> design.read(of, wanted, watch));
        }
    }

    /// Whether notes are in sight.
    void showNotes(boolean shown) {
        notesShown = shown;
        if (shown && notes.state().get() instanceof Loaded.Nothing<List<Note>>) {
            loadNotes();
        }
    }

    void loadNotes() {
        OpenDesign of = open;
        Parts shown = parts.value();
        if (of != null && shown != null) {
            RepoPath within = shown.folder();
            notes.load(Messages.Key.of("contributors.reading-notes", of.name()),
                    watch -> design.notes(of, within, watch));
        }
    }
}
