package org.commonwright.workbench.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.Recent;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.workbench.area.Leaving;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// Opens a folder as the current design, remembers it, and shows it.
public final class DesignOpener {
    private final WorkbenchContext context;
    private final RecentDesigns recents;
    private final Predicate<Leaving> mayLeave;

    /// @param mayLeave asks before edits of the design before are lost
    public DesignOpener(WorkbenchContext context, RecentDesigns recents, Predicate<Leaving> mayLeave) {
        this.mayLeave = mayLeave;
        this.context = context;
        this.recents = recents;
        context.current().design().subscribe(this::remember);
    }

    /// Asks for a folder, then opens it.
    public void choose() {
        context.dialogs().folder(Messages.Key.of("workbench.choose-folder")).ifPresent(this::open);
    }

    /// Opens a folder; what is wrong with it is told in a notice.
    public void open(Path folder) {
        open(folder, "design");
    }

    /// As above, and shows it in an area.
    public void open(Path folder, String area) {
        context.tasks().submit(Messages.Key.of("workbench.opening", folder), _ -> check(folder),
                Outcome.of(design -> show(design, area), context.notices()::fault));
    }

    private void show(OpenDesign design, String area) {
        OpenDesign before = context.current().design().get();
        if (before != null && !before.folder().equals(design.folder()) && !mayLeave.test(Leaving.DESIGN)) {
            return;
        }
        context.problems().forget();
        context.current().open(design);
        context.navigator().goTo(area);
    }

    private void remember(@Nullable OpenDesign design) {
        if (design != null) {
            RepoPath picture = design.picture();
            recents.opened(new Recent(design.folder(), design.name(), context.clock().instant(),
                    picture == null ? "" : picture.text()));
        }
    }

    private static OpenDesign check(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new Fault("workbench.no-folder", absolute);
        }
        if (!Files.isReadable(absolute)) {
            throw new Fault("workbench.folder-closed", absolute);
        }
        Path name = absolute.getFileName();
        return new OpenDesign(absolute, name == null ? absolute.toString() : name.toString());
    }
}
