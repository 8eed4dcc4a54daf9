package org.commonwright.workbench.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.commonwright.design.Workspace;
import org.commonwright.design.draft.DesignManifests;
import org.commonwright.design.draft.DesignManifests.Drafted;
import org.commonwright.design.draft.ManifestDraft;
import org.commonwright.design.draft.ManifestWriting;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The manifests that the open design lacks or that say too little: drafted, chosen, written, taken back.
final class ManifestsModel {
    private final Workspace workspace;
    private final Tasks tasks;
    private final CurrentDesign current;
    private final Notices notices;
    private final Loader<Drafted> drafted;
    private final Set<RepoPath> left = new HashSet<>();
    private final ReadOnlyBooleanWrapper written = new ReadOnlyBooleanWrapper();
    private @Nullable ManifestWriting last;
    private @Nullable Path folder;

    ManifestsModel(Workspace workspace, Tasks tasks, CurrentDesign current, Notices notices) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.current = current;
        this.notices = notices;
        this.drafted = new Loader<>(tasks);
        current.design().subscribe(this::opened);
    }

    ReadOnlyObjectProperty<Loaded<Drafted>> drafted() {
        return drafted.state();
    }

    /// Whether what was written last can be taken back.
    ReadOnlyBooleanProperty written() {
        return written.getReadOnlyProperty();
    }

    /// The drafts that there is something to say about: to write, to fill in, or why they cannot be written.
    List<ManifestDraft> worth() {
        Drafted known = drafted.value();
        return known == null
                ? List.of()
                : known.drafts().stream().filter(d -> d.isChange() || !d.open().isEmpty() || !d.problems().isEmpty())
                        .toList();
    }

    void draft() {
        OpenDesign design = current.design().get();
        left.clear();
        if (design != null) {
            Path folder = design.folder();
            drafted.load(Messages.Key.of("workbench-design.manifests-drafting"),
                    _ -> DesignManifests.of(workspace, folder));
        }
    }

    boolean isChosen(ManifestDraft draft) {
        return draft.isChange() && !left.contains(draft.file());
    }

    void choose(ManifestDraft draft, boolean chosen) {
        if (chosen) {
            left.remove(draft.file());
        } else {
            left.add(draft.file());
        }
    }

    /// Writes the chosen drafts.
    void write(Runnable done) {
        Drafted known = drafted.value();
        if (known == null) {
            return;
        }
        List<ManifestDraft> chosen = new ArrayList<>(known.drafts());
        chosen.removeIf(draft -> !isChosen(draft));
        tasks.submit(Messages.Key.of("workbench-design.manifests-writing"),
                _ -> ManifestWriting.write(known.folder(), chosen), Outcome.<ManifestWriting>of(writing -> {
                    last = writing;
                    written.set(writing.count() > 0);
                    current.wrote(known.folder(), writing.files());
                    done.run();
                }, notices::fault));
    }

    /// How many files were written last.
    int count() {
        return last == null ? 0 : last.count();
    }

    void undo() {
        ManifestWriting writing = last;
        Path design = folder;
        if (writing == null || design == null) {
            return;
        }
        tasks.submit(Messages.Key.of("workbench-design.manifests-undo"), _ -> {
            writing.undo();
            return writing;
        }, Outcome.<ManifestWriting>of(undone -> {
            forget();
            current.wrote(design, undone.files());
            notices.say("workbench-design.manifests-undone", undone.count());
        }, notices::fault));
    }

    /// A design that only got another name is the same.
    private void opened(@Nullable OpenDesign design) {
        Path now = design == null ? null : design.folder();
        if (!Objects.equals(now, folder)) {
            folder = now;
            forget();
        }
    }

    private void forget() {
        last = null;
        written.set(false);
        drafted.clear();
    }
}
