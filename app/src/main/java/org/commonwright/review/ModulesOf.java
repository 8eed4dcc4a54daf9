package org.commonwright.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.model.RepoPath;

/// Which module of a design a file belongs to: the deepest one whose folder holds it.
public final class ModulesOf {
    private final List<DesignModule> deepestFirst;

    public ModulesOf(ModuleTree tree) {
        this.deepestFirst = tree.modules().stream().filter(module -> module.source().own())
                .sorted(Comparator.comparingInt((DesignModule module) -> module.path().parts().size()).reversed())
                .toList();
    }

    public Optional<DesignModule> of(RepoPath file) {
        return deepestFirst.stream().filter(module -> file.isUnder(module.path())).findFirst();
    }

    /// Whether a file is the bill of materials of a module.
    public boolean isBom(RepoPath file) {
        return deepestFirst.stream().anyMatch(module -> file.equals(module.bom()));
    }

    Optional<DesignModule> at(RepoPath folder) {
        return deepestFirst.stream().filter(module -> module.path().equals(folder)).findFirst();
    }
}
