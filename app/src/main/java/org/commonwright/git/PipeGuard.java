package org.commonwright.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.commonwright.error.Fault;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Looks at Git's own files before they are opened: to read a pipe may never end, and a device has no end.
final class PipeGuard {
    private static final List<String> NAMES = List.of("HEAD", "commondir", "gitdir", "config", "config.worktree",
            "packed-refs", "index", "shallow", "info/attributes", "info/exclude", "info/grafts",
            "info/sparse-checkout", "objects/info/alternates", "objects/info/packs", "objects/info/commit-graph",
            "MERGE_HEAD", "MERGE_MSG", "CHERRY_PICK_HEAD", "REVERT_HEAD", "ORIG_HEAD", "FETCH_HEAD", "logs/HEAD");

    private PipeGuard() {}

    /// A folder that is no repository passes.
    ///
    /// @throws Fault `git.pipe`
    static void check(File folder) throws IOException {
        Path git = folder.toPath();
        if (Files.isDirectory(git.resolve("objects")) || Files.exists(git.resolve("commondir"))) {
            for (String name : NAMES) {
                checkFile(git.resolve(name));
            }
        }
    }

    /// As [#check(File)], and the folder that a work tree beside others shares with them.
    static void check(File folder, FS fs) throws IOException {
        check(folder);
        @Nullable
        File common = fs.getCommonDir(folder);
        if (common != null) {
            check(common);
        }
    }

    private static void checkFile(Path file) throws IOException {
        if (Files.exists(file) && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
            throw new Fault("git.pipe", file);
        }
    }
}
