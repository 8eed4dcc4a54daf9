package org.commonwright.review.card;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.RepositoryUrl;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which modules of other repositories the designs of the workspace use. A design is read once, and again when its commit or one of
/// its files is another than then.
public final class WhereUsed {
    private static final Logger LOG = LoggerFactory.getLogger(WhereUsed.class);

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /// @param stamp what the design was like when it was read
    private record Known(String stamp, List<Use> uses) {}

    /// @param repository the name of the one that the module is in
    private record Use(String repository, RepoPath path, Hit hit) {}

    /// Who uses the touched modules in the design itself.
    static List<Hit> inside(ModuleTree design, Touched touched) {
        return uses(design, "", true).stream().filter(use -> isTouched(use, touched)).map(Use::hit).toList();
    }

    /// Who uses them in the other designs of the workspace. A clone of a design says once what the design says, too.
    ///
    /// @throws CancelledFault when a person cancelled
    public List<Hit> elsewhere(Touched touched, Workspace workspace, Progress progress) {
        List<Hit> hits = new ArrayList<>();
        List<Path> designs = workspace.designs();
        known.keySet().retainAll(designs);
        for (int i = 0; i < designs.size(); i++) {
            progress.check();
            progress.update((double) i / designs.size());
            if (!RepositoryUrl.name(designs.get(i).toString()).equals(touched.repository())) {
                of(designs.get(i), workspace, progress).stream().filter(use -> isTouched(use, touched)).map(Use::hit)
                        .forEach(hits::add);
            }
        }
        return hits.stream().distinct().toList();
    }

    private List<Use> of(Path folder, Workspace workspace, Progress progress) {
        try {
            String stamp = FolderStamp.of(folder, workspace, progress);
            Known then = known.get(folder);
            if (then != null && then.stamp().equals(stamp)) {
                return then.uses();
            }
            ModuleTree tree = new DesignReader(workspace).read(folder).tree();
            List<Use> uses = uses(tree, tree.root().name(), false);
            known.put(folder, new Known(stamp, uses));
            return uses;
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault fault) {
            LOG.info("{} uses nothing that could be read", folder, fault);
            return List.of();
        }
    }

    private static boolean isTouched(Use use, Touched touched) {
        return use.repository().equals(touched.repository()) && touched.modules().contains(use.path());
    }

    private static List<Use> uses(ModuleTree tree, String design, boolean own) {
        List<Use> uses = new ArrayList<>();
        for (DesignModule user : tree.modules()) {
            for (DesignModule module : user.modules()) {
                if (module.source().own() == own) {
                    CommitId pin = own ? null : module.source().commit();
                    uses.add(new Use(module.source().name(), module.path(),
                            new Hit(design, user.name(), module.name(), pin == null ? null : pin.abbreviated())));
                }
            }
        }
        return uses;
    }
}
