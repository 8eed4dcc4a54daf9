package org.commonwright.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// Folders of the program's own that are needed for a moment.
public final class Folders {
    private Folders() {}

    /// Removes a folder with all that is in it; links are removed, not followed.
    ///
    /// @throws Fault `files.not-written` when something of it stays
    public static void delete(Path folder) {
        remove(folder, false);
    }

    /// Removes all that is in a folder, which stays; links are removed, not followed.
    ///
    /// @throws Fault `files.not-written` when something of it stays
    public static void empty(Path folder) {
        remove(folder, true);
    }

    private static void remove(Path folder, boolean keepFolder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                        throws IOException {
                    if (e != null) {
                        throw e;
                    }
                    if (!keepFolder || !directory.equals(folder)) {
                        Files.delete(directory);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", folder, Reason.of(e));
        }
    }
}
