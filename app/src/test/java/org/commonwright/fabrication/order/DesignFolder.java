package org.commonwright.fabrication.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.read.BomReader;
import org.commonwright.design.DesignSource;
import org.commonwright.design.ModuleLines;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.ModuleTreeReader;
import org.commonwright.design.RepositoryStore;
import org.commonwright.files.FolderTree;

/// A design in a folder, for tests.
public final class DesignFolder {
    public static final ModuleLines LINES = (file, bytes) -> BomReader.read(file, bytes).lines().stream()
            .filter(line -> line.kind() == LineKind.MODULE)
            .map(line -> new ModuleLines.ModuleLine(line.row(), line.part(), line.module())).toList();

    private final Path folder;

    public DesignFolder(Path folder) {
        this.folder = folder;
    }

    public DesignFolder file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ModuleTree tree() {
        var source = new DesignSource("plotter", folder.toString(), null, new FolderTree(folder), true);
        return new ModuleTreeReader(LINES, RepositoryStore.NONE).read(source);
    }
}
