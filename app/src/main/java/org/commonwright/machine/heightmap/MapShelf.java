package org.commonwright.machine.heightmap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.model.ContentId;
import org.commonwright.settings.AppFolders;

/// Every map that was taken into a program, by its hash: the mark in a journal's program leads back to it.
public final class MapShelf {
    private final Path folder;

    public MapShelf(AppFolders folders) {
        this.folder = folders.data().resolve("height-maps");
    }

    /// @throws org.commonwright.error.Fault `files.not-written`
    public void keep(HeightMap map) {
        Path file = file(HeightMapFile.id(map));
        if (!Files.exists(file)) {
            HeightMapFile.write(file, map);
        }
    }

    /// Empty when it is not kept here.
    public Optional<HeightMap> find(ContentId id) {
        Path file = file(id);
        return Files.exists(file) ? Optional.of(HeightMapFile.read(file)) : Optional.empty();
    }

    private Path file(ContentId id) {
        return folder.resolve(id.hex() + HeightMapFile.ENDING);
    }
}
