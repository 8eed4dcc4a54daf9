package org.commonwright.workbench.welcome;

import java.time.Instant;
import org.commonwright.i18n.Messages;
import org.commonwright.sample.SampleInstaller;
import org.commonwright.sample.SampleWorkspace.SampleDesign;
import org.commonwright.sample.SampleWorkspace;
import org.commonwright.settings.Recent;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Outcome;

/// Lays the sample designs out in the workspace, where they are not yet, and opens the first of them.
final class SampleOpener {
    private final WorkbenchContext context;
    private final RecentDesigns recents;
    private final DesignOpener opener;

    SampleOpener(WorkbenchContext context, RecentDesigns recents, DesignOpener opener) {
        this.context = context;
        this.recents = recents;
        this.opener = opener;
    }

    void open() {
        context.tasks().submit(Messages.Key.of("workbench.laying-out-sample"),
                progress -> new SampleInstaller().install(context.folders().workspace(), progress),
                Outcome.of(this::laidOut, context.notices()::fault));
    }

    /// The others are listed as if they had been opened before it.
    private void laidOut(SampleWorkspace samples) {
        Instant now = context.clock().instant();
        for (SampleDesign design : samples.designs().reversed()) {
            if (recents.list().stream().noneMatch(r -> r.folder().equals(design.folder()))) {
                recents.opened(new Recent(design.folder(), design.name(), now, ""));
            }
        }
        opener.open(samples.designs().getFirst().folder());
    }
}
