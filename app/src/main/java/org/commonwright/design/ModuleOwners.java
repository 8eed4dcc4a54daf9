package org.commonwright.design;

import java.util.HashSet;
import java.util.Set;
import org.commonwright.model.RepoPath;

/// Which module of a design a file belongs to: the one whose folder is nearest above it.
public final class ModuleOwners {
    private final Set<RepoPath> folders = new HashSet<>();

    public ModuleOwners(ModuleTree tree) {
        tree.modules().stream().filter(m -> m.source().own()).map(DesignModule::path).forEach(folders::add);
    }

    /// The folder of the module; the root when there is no nearer one.
    public RepoPath owner(RepoPath file) {
        RepoPath at = file.parent();
        while (!at.isRoot() && !folders.contains(at)) {
            at = at.parent();
        }
        return at;
    }
}
