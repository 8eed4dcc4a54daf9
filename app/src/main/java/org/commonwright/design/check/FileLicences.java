package org.commonwright.design.check;

import java.util.List;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Which licence single files of a repository say to be under: in the file, in a `.license` beside it, in the `REUSE.toml` above it.
public final class FileLicences {
    private final FileTree tree;
    private @Nullable ReuseFiles files;

    public FileLicences(FileTree tree) {
        this.tree = tree;
    }

    /// SPDX expressions; empty where nothing is said, and where it cannot be read.
    public List<String> of(RepoPath file) {
        try {
            ReuseFiles known = files;
            if (known == null) {
                // What is wrong with the files that say it is told by the checks.
                known = new ReuseFiles(tree, _ -> {});
                files = known;
            }
            return tree.exists(file) ? known.of(file).licences().stream().distinct().toList() : List.of();
        } catch (Fault _) {
            // A review tells of it where it shows the file itself.
            return List.of();
        }
    }

    /// Whether two expressions name the same licences, in whatever order.
    public static boolean isSame(String expression, String other) {
        return names(expression).equals(names(other));
    }

    private static List<String> names(String expression) {
        return LicenceCheck.licences(expression).stream().map(id -> id.toLowerCase(Locale.ROOT)).sorted().toList();
    }
}
