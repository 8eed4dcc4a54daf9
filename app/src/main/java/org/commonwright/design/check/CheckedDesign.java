package org.commonwright.design.check;

import java.util.List;
import java.util.Optional;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// A design whose own modules were read once for all checks.
record CheckedDesign(ModuleTree tree, List<CheckedModule> modules) {
    static CheckedDesign of(ModuleTree tree) {
        return new CheckedDesign(tree, tree.modules().stream().filter(module -> module.source().own())
                .map(CheckedModule::of).toList());
    }

    FileTree files() {
        return tree.root().source().tree();
    }

    /// Whether it is a folder in which something can be written, not a commit.
    boolean isFolder() {
        return tree.root().source().commit() == null;
    }

    /// The module whose bill of materials a file is.
    Optional<CheckedModule> ofBom(String file) {
        return modules.stream().filter(module -> module.bom() != null && module.bom().file().equals(file)
                && module.module().section().isEmpty()).findFirst();
    }

    /// The module whose manifest a file is.
    Optional<DesignModule> ofManifest(String file) {
        return modules.stream().map(CheckedModule::module)
                .filter(module -> module.manifest() != null && module.manifest().file().text().equals(file))
                .findFirst();
    }

    Optional<DesignModule> at(RepoPath path) {
        return modules.stream().map(CheckedModule::module).filter(module -> module.path().equals(path)).findFirst();
    }
}
