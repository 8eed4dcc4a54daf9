package org.commonwright.workbench.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// A folder that is dropped anywhere on the window is opened.
final class FolderDrop {
    private FolderDrop() {}

    static void install(Scene scene, Consumer<Path> open) {
        scene.setOnDragOver(event -> {
            if (event.getGestureSource() == null && folder(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> folder = folder(event.getDragboard());
            folder.ifPresent(open);
            event.setDropCompleted(folder.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> folder(Dragboard board) {
        return board.getFiles().stream().filter(File::isDirectory).map(File::toPath).findFirst();
    }
}
