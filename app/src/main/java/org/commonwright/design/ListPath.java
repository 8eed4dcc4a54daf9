package org.commonwright.design;

import java.util.Optional;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// Modules that are no folders but assemblies in plain lists of parts: `bom/lift_assembly.txt` is a list by itself,
/// `bom/all.txt#lift` one of several in a file.
final class ListPath {
    private ListPath() {}

    /// The assembly `#name` of a list, or the list of that name beside it.
    static Optional<RepoPath> of(RepoPath bom, String module, FileTree tree) {
        String path = module.startsWith("#")
                ? file(bom).text() + module
                : (bom.parent().isRoot() ? "" : bom.parent().text() + "/") + module + ".txt";
        boolean there = RepoPath.isSafe(path) && module.indexOf('/') < 0
                && (module.startsWith("#") || tree.exists(new RepoPath(path)));
        return there ? Optional.of(new RepoPath(path)) : Optional.empty();
    }

    /// Whether a module's path is that of a list.
    static boolean isOne(RepoPath path, FileTree tree) {
        return !path.isRoot() && tree.exists(file(path)) && !file(path).isRoot();
    }

    /// The file that a list is in.
    static RepoPath file(RepoPath path) {
        int mark = path.text().indexOf('#');
        return mark <= 0 ? path : new RepoPath(path.text().substring(0, mark));
    }

    /// The assembly's name in its file; empty for the file's own.
    static String section(RepoPath path) {
        int mark = path.text().indexOf('#');
        return mark <= 0 ? "" : path.text().substring(mark + 1);
    }
}
