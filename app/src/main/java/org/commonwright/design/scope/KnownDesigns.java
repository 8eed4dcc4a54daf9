package org.commonwright.design.scope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignSupplies;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Every design of a workspace that has files on disk, added up. One that cannot be is told and left out.
///
/// @param problems why designs were left out, one each
public record KnownDesigns(List<KnownDesign> designs, List<Problem> problems) {
    public KnownDesigns {
        designs = List.copyOf(designs);
        problems = List.copyOf(problems);
    }

    /// @param quantity how many of each design
    /// @param currency null for that of most offers, in each design
    public static KnownDesigns read(Workspace workspace, long quantity, @Nullable String currency, Progress progress) {
        List<KnownDesign> designs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Path> folders = workspace.designs().stream().filter(f -> Files.exists(f.resolve(".git"))).toList();
        for (int i = 0; i < folders.size(); i++) {
            progress.check();
            progress.update((double) i / folders.size());
            try {
                ModuleTree tree = new DesignReader(workspace).read(folders.get(i)).tree();
                designs.add(new KnownDesign(folders.get(i), tree,
                        DesignSupplies.cost(tree.root(), quantity, currency)));
            } catch (Fault fault) {
                problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(),
                        Place.file(folders.get(i).toString())));
            }
        }
        return new KnownDesigns(designs, problems);
    }
}
