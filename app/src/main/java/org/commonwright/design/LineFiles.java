package org.commonwright.design;

import java.util.Optional;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The files that the lines of one bill of materials name. Lists that programs write beside the exports say only
/// `bracket.stl`, so a bare name that is no path from the list's folder is looked for by its name.
final class LineFiles {
    private final RepoPath folder;
    private final FileTree tree;
    private volatile @Nullable FilesByName byName;

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
                : byName().nearest(name);
    }

    /// The files in the folder that the list describes and in all below it.
    private FilesByName byName() {
        FilesByName known = byName;
        if (known == null) {
            RepoPath scope = ModuleFolders.aboveRoleFolders(folder);
            known = new FilesByName(tree.files().stream().filter(file -> file.isUnder(scope)).toList());
            byName = known;
        }
        return known;
    }
}
