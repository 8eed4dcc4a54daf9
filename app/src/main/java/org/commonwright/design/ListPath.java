package org.commonwright.design;

import java.util.Optional;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// Modules that are no folders but assemblies in lists of parts: `bom/lift_assembly.txt` is a list by itself, `bom/all.txt#lift`
/// one of several in a file, `bom.csv#lift` one that a table's levels show.
final class ListPath {
    private ListPath() {}

    /// The assembly `#name` of a list, or the list of that name beside it.
    static Optional<RepoPath> of(RepoPath bom, String module, FileTree tree) {
        String path = module.startsWith("#")
                ? bom.text() + module
                : (bom.parent().isRoot() ? "" : bom.parent().text() + "/") + module + ".txt";
        boolean there = RepoPath.isSafe(path) && module.indexOf('/') < 0
                && (module.startsWith("#") || tree.exists(new RepoPath(path)));
        return there ? Optional.of(new RepoPath(path)) : Optional.empty();
    }

    /// Whether a module's path is that of a list.
    static boolean isOne(RepoPath path, FileTree tree) {
        return file(path, tree).isPresent();
    }

    /// The file that a list is in: what stands before a `#`, or the whole. Files may have a `#` in their names.
    static Optional<RepoPath> file(RepoPath path, FileTree tree) {
        String text = path.text();
        if (path.isRoot() || tree.exists(path)) {
            return path.isRoot() ? Optional.empty() : Optional.of(path);
        }
        for (int mark = text.indexOf('#'); mark > 0; mark = text.indexOf('#', mark + 1)) {
            if (RepoPath.isSafe(text.substring(0, mark)) && tree.exists(new RepoPath(text.substring(0, mark)))) {
                return Optional.of(new RepoPath(text.substring(0, mark)));
            }
        }
        return Optional.empty();
    }

    /// The assembly's name in its file; empty for the file's own.
    static String section(RepoPath path, RepoPath file) {
        return path.text().startsWith(file.text() + "#") ? path.text().substring(file.text().length() + 1) : "";
    }
}
