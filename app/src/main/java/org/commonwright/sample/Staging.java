package org.commonwright.sample;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import org.jspecify.annotations.Nullable;

/// A folder beside the final places, on the same disk: what is made in it is moved out whole, the rest goes with it.
final class Staging implements AutoCloseable {
    private final Path folder;

    Staging(Path workspace) throws IOException {
        folder = Files.createTempDirectory(workspace, ".samples-");
    }

    /// A place that does not exist yet.
    Path place(String name) {
        return folder.resolve(name);
    }

    /// Moves what was made to its place.
    ///
    /// @throws FileAlreadyExistsException when something is there: it stays
    void publish(Path made, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                writable(file);
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Git keeps its objects read-only, and Windows does not delete read-only files.
    private static void writable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("dos")
                && System.getProperty("os.name").startsWith("Windows")) {
            Files.getFileAttributeView(file, DosFileAttributeView.class).setReadOnly(false);
        }
    }
}
