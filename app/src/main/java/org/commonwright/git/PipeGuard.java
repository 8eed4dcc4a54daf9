package org.commonwright.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
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

    /// Where every file is read when refs are listed, or packs looked for.
    private static final List<String> FOLDERS = List.of("refs", "objects/pack");
    /// What a branch's name may have as folders, and more.
    private static final int DEPTH = 256;

    /// What is read to find out whether a folder is a repository. One that is none passes.
    ///
    /// @throws Fault `git.pipe`
    static void checkNamed(File folder) throws IOException {
        if (isLike(folder)) {
            for (String name : NAMES) {
                checkFile(folder.toPath().resolve(name));
            }
        }
    }

    /// All of a repository, and the folder that a work tree beside others shares with them. Ten thousand loose refs take a tenth of a
    /// second: to be asked once at each opening.
    ///
    /// @throws Fault `git.pipe`
    static void check(File folder, FS fs) throws IOException {
        checkWhole(folder);
        @Nullable
        File common = fs.getCommonDir(folder);
        if (common != null) {
            checkWhole(common);
        }
    }

    private static void checkWhole(File folder) throws IOException {
        checkNamed(folder);
        if (isLike(folder)) {
            for (String name : FOLDERS) {
                checkFolder(folder.toPath().resolve(name));
            }
        }
    }

    private static boolean isLike(File folder) {
        Path git = folder.toPath();
        return Files.isDirectory(git.resolve("objects")) || Files.exists(git.resolve("commondir"));
    }

    private static void checkFile(Path file) throws IOException {
        if (Files.exists(file) && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
            throw new Fault("git.pipe", file);
        }
    }

    /// Loose objects are not looked at: they are many, and read one by one.
    private static void checkFolder(Path folder) throws IOException {
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isOther()) {
                    throw new Fault("git.pipe", file);
                }
                return FileVisitResult.CONTINUE;
            }

            /// What is not there, may not be read or leads round in a circle is no pipe; whoever needs it says so.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
