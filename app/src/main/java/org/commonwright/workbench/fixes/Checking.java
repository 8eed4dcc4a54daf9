package org.commonwright.workbench.fixes;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.report.DesignFindings;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.ProblemList;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Runs all checks in the background when a design is opened and each time its files change, whatever area is in sight. A
/// check that a further change overtakes is broken off.
public final class Checking {
    static final String SOURCE = "design";

    private final AppFolders folders;
    private final InstantSource clock;
    private final ProblemList problems;
    private final Loader<Checked> loader;

    /// @param lists the bills of materials that Parts shows
    private record Checked(List<Finding> findings, Set<String> lists) {}

    private Checking(AppFolders folders, InstantSource clock, Tasks tasks, ProblemList problems) {
        this.folders = folders;
        this.clock = clock;
        this.problems = problems;
        this.loader = new Loader<>(tasks);
        loader.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<Checked>(Checked(var findings, var lists))) {
                problems.found(SOURCE, findings, lists);
            }
        });
    }

    /// Checks what is open, from now on until the window closes.
    public static void begin(WorkbenchContext context) {
        var checking = new Checking(context.folders(), context.clock(), context.tasks().oneByOne(), context.problems());
        context.current().follow(checking::check);
    }

    private void check(@Nullable OpenDesign design) {
        if (design == null) {
            loader.clear();
            problems.found(SOURCE, List.of(), Set.of());
            return;
        }
        loader.load(Messages.Key.of("workbench.checking", design.name()), true, progress -> {
            try (var workspace = new Workspace(folders.workspace())) {
                ModuleTree tree = new DesignReader(workspace).read(design.folder()).tree();
                progress.check();
                List<Finding> found = findings(tree);
                return new Checked(found, tree.modules().stream()
                        .filter(module -> module.source().own() && module.bom() != null && module.section().isEmpty())
                        .map(module -> String.valueOf(module.bom())).collect(Collectors.toSet()));
            }
        });
    }

    private List<Finding> findings(ModuleTree tree) {
        return DesignFindings.of(tree, LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()), Set.of());
    }
}
