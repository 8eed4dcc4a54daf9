package org.commonwright.review.card;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.RepositoryUrl;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds who uses the modules that a change touches: in the design itself, and in the other designs of the workspace, whose
/// modules are the same when their repository has the same name.
final class Hits {
    private static final Logger LOG = LoggerFactory.getLogger(Hits.class);

    private final Set<RepoPath> touched;
    private final String repository;
    private final List<Hit> found = new ArrayList<>();

    private Hits(ModuleTree reviewed, Set<RepoPath> touched) {
        this.touched = touched;
        this.repository = reviewed.root().source().name();
    }

    /// @param reviewed the design with the change
    static List<Hit> of(ModuleTree reviewed, Set<RepoPath> touched, Workspace workspace, Progress progress) {
        var hits = new Hits(reviewed, touched);
        hits.add(reviewed, "", true);
        for (Path folder : workspace.designs()) {
            progress.check();
            if (!RepositoryUrl.name(folder.toString()).equals(hits.repository)) {
                hits.add(folder, workspace);
            }
        }
        return List.copyOf(hits.found);
    }

    private void add(Path folder, Workspace workspace) {
        try {
            ModuleTree tree = new DesignReader(workspace).read(folder).tree();
            add(tree, tree.root().name(), false);
        } catch (Fault fault) {
            LOG.info("{} uses nothing that could be read", folder, fault);
        }
    }

    private void add(ModuleTree tree, String design, boolean own) {
        for (DesignModule user : tree.modules()) {
            for (DesignModule module : user.modules()) {
                if (module.source().name().equals(repository) && touched.contains(module.path())
                        && module.source().own() == own) {
                    CommitId pin = own ? null : module.source().commit();
                    found.add(new Hit(design, user.name(), module.name(), pin == null ? null : pin.abbreviated()));
                }
            }
        }
    }
}
