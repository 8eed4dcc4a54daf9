package org.commonwright.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;

/// Paths that come from a repository and must stay inside its folder, links included.
public final class Inside {
    private Inside() {}

    /// The file `path` below `folder`, which may not exist yet.
    ///
    /// @throws Fault `files.leaves-folder` when the path, or a symbolic link on it, leads outside
    public static Path resolve(Path folder, String path) {
        if (!RepoPath.isSafe(path)) {
            throw new Fault("files.leaves-folder", path, folder);
        }
        try {
            Path root = folder.toRealPath();
            Path target = root.resolve(path).normalize();
            Path existing = target;
            while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
                existing = existing.getParent();
            }
            Path real = existing.toRealPath();
            // A link to Git's own folder leads to what no file of a design may say.
            if (!real.startsWith(root) || !RepoPath.isSafe(root.relativize(real).toString().replace('\\', '/'))) {
                throw new Fault("files.leaves-folder", path, folder);
            }
            return target;
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder.resolve(path), Reason.of(e));
        }
    }
}
