package org.commonwright.workbench.design;

import java.nio.file.Path;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.task.Progress;

/// Reads the open design in the background.
final class DesignLoading {
    private final Workspace workspace;

    DesignLoading(Workspace workspace) {
        this.workspace = workspace;
    }

    OpenedDesign read(Path folder, Progress progress) {
        Design design = new DesignReader(workspace).read(folder);
        progress.check();
        DesignRules rules = DesignRules.of(design.tree().root().source().tree());
        return new OpenedDesign(design.tree(), design.commit(), rules.commons());
    }
}
