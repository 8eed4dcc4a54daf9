package org.commonwright.design;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The files that the lines of one bill of materials name. Lists that programs write beside the exports say only
/// `bracket.stl`, so a bare name that is no path from the list's folder is looked for by its name.
final class LineFiles {
    private final RepoPath folder;
    private final FileTree tree;
    private volatile @Nullable Map<String, Optional<RepoPath>> called;

    /// @param folder the list's
    LineFiles(RepoPath folder, FileTree tree) {
        this.folder = folder;
        this.tree = tree;
    }

    Optional<RepoPath> find(String written) {
        Optional<RepoPath> exact = RelativePath.existing(folder, written, tree);
        String name = written.strip();
        return exact.isPresent() || name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0
                ? exact
                : called().getOrDefault(name, Optional.empty());
    }

    /// The files in the folder that the list describes and in all below it, by their names: of several, the one nearest to that
    /// folder; none where two are equally near.
    private Map<String, Optional<RepoPath>> called() {
        Map<String, Optional<RepoPath>> known = called;
        if (known == null) {
            Map<String, Optional<RepoPath>> names = new HashMap<>();
            Map<String, Integer> depths = new HashMap<>();
            RepoPath scope = ModuleFolders.aboveRoleFolders(folder);
            for (RepoPath file : tree.files()) {
                if (file.isUnder(scope)) {
                    int depth = file.parts().size();
                    int nearest = depths.getOrDefault(file.fileName(), Integer.MAX_VALUE);
                    if (depth <= nearest) {
                        depths.put(file.fileName(), depth);
                        names.put(file.fileName(), depth == nearest ? Optional.empty() : Optional.of(file));
                    }
                }
            }
            known = names;
            called = known;
        }
        return known;
    }
}
