package org.commonwright.review.card;

import java.util.List;
import java.util.Optional;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.files.FileTree;
import org.commonwright.git.FileChange;
import org.commonwright.model.RepoPath;

/// A design on both sides of a change, and the files that differ.
public record Change(ModuleTree before, ModuleTree after, List<FileChange> files) {
    public Change {
        files = List.copyOf(files);
    }

    FileTree filesBefore() {
        return before.root().source().tree();
    }

    FileTree filesAfter() {
        return after.root().source().tree();
    }

    /// The deepest module that a file lies in afterwards.
    Optional<DesignModule> moduleAfter(RepoPath file) {
        return module(after, file);
    }

    Optional<DesignModule> moduleBefore(RepoPath file) {
        return module(before, file);
    }

    private static Optional<DesignModule> module(ModuleTree tree, RepoPath file) {
        DesignModule deepest = null;
        for (DesignModule module : tree.modules()) {
            if (module.source().own() && file.isUnder(module.path())
                    && (deepest == null || module.path().parts().size() > deepest.path().parts().size())) {
                deepest = module;
            }
        }
        return Optional.ofNullable(deepest);
    }
}
