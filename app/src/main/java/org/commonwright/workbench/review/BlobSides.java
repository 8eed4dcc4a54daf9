package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Both sides of a changed file, read in the background for what shows them.
final class BlobSides {
    private final Controls controls;
    private final Tasks quiet;
    private final Supplier<Path> folder;

    /// @param folder of the repository that has the blobs
    BlobSides(Controls controls, Tasks quiet, Supplier<Path> folder) {
        this.controls = controls;
        this.quiet = quiet;
        this.folder = folder;
    }

    Tasks quiet() {
        return quiet;
    }

    /// What a file holds on a side.
    ///
    /// @param bytes null where the file is not there
    @FunctionalInterface
    interface Reading<T> {
        T read(byte @Nullable [] before, byte @Nullable [] after, Progress watch);
    }

    /// A place that is filled once both sides are read.
    ///
    /// @param limit the most bytes of a side
    /// @param reading in the background
    /// @param shown on the window's thread
    <T> Node place(FileChange change, long limit, double height, Reading<T> reading, Function<T, Node> shown) {
        Path repository = folder.get();
        StackPane place = LoadedPane.of(controls, quiet, Messages.Key.of("filediff.reading", change.path()), watch -> {
            try (GitRepository opened = GitRepository.open(repository)) {
                return reading.read(bytes(opened, change, change.oldBlob(), limit),
                        bytes(opened, change, change.newBlob(), limit), watch);
            }
        }, shown);
        place.setMinHeight(height);
        place.setPrefHeight(height);
        return place;
    }

    private static byte @Nullable [] bytes(GitRepository opened, FileChange change, @Nullable String blob,
            long limit) {
        return blob == null ? null : opened.content(blob, change.path(), limit);
    }
}
