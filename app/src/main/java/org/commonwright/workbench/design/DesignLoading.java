package org.commonwright.workbench.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.design.ModuleChecks;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.CommonsReader;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.task.Progress;

/// Reads the open design in the background.
final class DesignLoading {
    private static final long LARGEST_COMMONS = 1L << 20;

    private final Workspace workspace;

    DesignLoading(Workspace workspace) {
        this.workspace = workspace;
    }

    OpenedDesign read(Path folder, Progress progress) {
        Design design = new DesignReader(workspace).read(folder);
        progress.check();
        List<Problem> problems = new ArrayList<>(design.tree().problems());
        problems.addAll(ModuleChecks.check(design.tree()));
        FileTree files = design.tree().root().source().tree();
        Commons commons = files.exists(Commons.PATH)
                ? CommonsReader.read(Commons.PATH.text(), files.read(Commons.PATH, LARGEST_COMMONS), problems::add)
                : Commons.NONE;
        return new OpenedDesign(design.tree(), design.commit(), commons, problems.stream().distinct().toList());
    }
}
