package org.commonwright.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    Path folder;

    @Test
    void aLinkThatLeavesTheFolderIsShownAndNotFollowed() throws IOException {
        Path design = Files.createDirectory(folder.resolve("design"));
        Files.writeString(folder.resolve("secret"), "s");
        Files.writeString(design.resolve("bom.csv"), "Part\n");
        Files.createSymbolicLink(design.resolve("leak"), folder.resolve("secret"));
        Files.createSymbolicLink(design.resolve("up"), folder);
        var tree = new FolderTree(design);
        assertEquals(List.of(new RepoPath("bom.csv")), tree.files());
        assertEquals(List.of(new RepoPath("leak"), new RepoPath("up")), tree.links());
        assertFalse(tree.exists(new RepoPath("leak")));
        Fault fault = assertThrows(Fault.class, () -> tree.read(new RepoPath("up/secret"), 100));
        assertEquals("files.leaves-folder", fault.code());
    }

    @Test
    void nothingIsWrittenThroughALinkToGitsOwnFolder() throws IOException {
        Path design = Files.createDirectory(folder.resolve("design"));
        Files.createDirectories(design.resolve(".git/hooks"));
        Files.createSymbolicLink(design.resolve("docs"), Path.of(".git/hooks"));
        Fault fault = assertThrows(Fault.class, () -> Inside.resolve(design, "docs/pre-commit"));
        assertEquals("files.leaves-folder", fault.code());
    }

    @Test
    void aFailedSaveLeavesTheOldFile() throws IOException {
        Path target = folder.resolve("bom.csv");
        AtomicFiles.replace(target, "old");
        Path full = Path.of("/dev/full/x");
        assertEquals("files.not-written", assertThrows(Fault.class, () -> AtomicFiles.replace(full, "new")).code());
        AtomicFiles.replace(target, "new");
        assertEquals("new", Files.readString(target));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(target), left.toList());
        }
    }

    @Test
    void whatIsTooLargeIsNotRead() throws IOException {
        Files.writeString(folder.resolve("big"), "12345");
        var tree = new FolderTree(folder);
        assertEquals("files.too-large",
                assertThrows(Fault.class, () -> tree.read(new RepoPath("big"), 4)).code());
        assertEquals("files.missing", assertThrows(Fault.class, () -> tree.size(new RepoPath("none"))).code());
    }

    @Test
    void aReplacedFileKeepsItsPermissionsAndASecretIsItsOwnersAlone() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "no POSIX permissions here");
        Path script = Files.writeString(folder.resolve("slice.sh"), "old");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        AtomicFiles.replace(script, "new");
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(script)));
        Path usual = Files.writeString(folder.resolve("usual"), "");
        AtomicFiles.replace(folder.resolve("fresh"), "text");
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(folder.resolve("fresh")));
        AtomicFiles.replaceSecret(folder.resolve("key"), new byte[]{1});
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))));
        try (var left = Files.list(folder)) {
            assertEquals(4, left.count());
        }
    }
}
