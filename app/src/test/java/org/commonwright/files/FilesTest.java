package org.commonwright.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
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

    /// Under Linux only a folder of the system is one that nobody, not even root, can make a file in.
    @Test
    void whatCannotBeMadeIsNotSaidToBeMissing() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
        Fault fault = assertThrows(Fault.class, () -> AtomicFiles.replace(Path.of("/proc/parts.csv"), "a"));
        assertEquals(Messages.Key.of("files.reason-no-new"), fault.arguments().getLast());
    }

    @Test
    void aCacheIsReplacedWholeAndLeavesNothingBesideIt() throws IOException {
        Path target = folder.resolve("cache/known.lines");
        AtomicFiles.replaceCache(target, "long before".getBytes(StandardCharsets.UTF_8));
        AtomicFiles.replaceCache(target, "now".getBytes(StandardCharsets.UTF_8));
        assertEquals("now", Files.readString(target));
        try (var left = Files.list(target.getParent())) {
            assertEquals(List.of(target), left.toList());
        }
        Path full = Path.of("/dev/full/x");
        assertEquals("files.not-written",
                assertThrows(Fault.class, () -> AtomicFiles.replaceCache(full, new byte[1])).code());
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotLost() throws IOException {
        Path target = Files.writeString(folder.resolve("bom.csv"), "read");
        AtomicFiles.change(target, bytes("read"), bytes("mine"));
        assertEquals("mine", Files.readString(target));
        for (byte[] after : new byte[][]{bytes("next"), null}) {
            Fault fault = assertThrows(Fault.class, () -> AtomicFiles.change(target, bytes("read"), after));
            assertEquals("files.changed-since", fault.code());
            fault = assertThrows(Fault.class, () -> AtomicFiles.change(target, null, after));
            assertEquals("files.changed-since", fault.code());
        }
        Path none = folder.resolve("none.csv");
        assertEquals("files.changed-since",
                assertThrows(Fault.class, () -> AtomicFiles.change(none, bytes("read"), bytes("x"))).code());
        AtomicFiles.change(none, null, bytes("new"));
        AtomicFiles.change(target, bytes("mine"), null);
        assertEquals(List.of(none), listed());
    }

    @Test
    void namesThatNoPathMayHaveAreLeftOutAndTold() throws IOException {
        for (String name : List.of("a\nb.csv", "back\\slash.csv", "plain.csv", "-rf.csv", "m\u202egnp.csv")) {
            Files.writeString(folder.resolve(name), "x");
        }
        var tree = new FolderTree(folder);
        assertEquals(List.of("-rf.csv", "m\u202egnp.csv", "plain.csv"),
                tree.files().stream().map(RepoPath::text).toList());
        assertEquals(List.of("a\nb.csv", "back\\slash.csv"), tree.unnamed().stream().sorted().toList());
    }

    @Test
    void thePointerOfWhatWasReadIsNoChange() throws IOException {
        byte[] read = bytes("Part,Quantity\n");
        Path target = Files.write(folder.resolve("bom.csv"),
                new LfsPointer(ContentId.of(read), read.length).text());
        AtomicFiles.change(target, read, bytes("new"));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void aLinkIsNeitherFollowedNorWrittenOver() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "read");
        Path link = Files.createSymbolicLink(folder.resolve("bom.csv"), outside);
        Path dangling = Files.createSymbolicLink(folder.resolve("lock"), folder.resolve("nowhere"));
        assertEquals("files.is-link",
                assertThrows(Fault.class, () -> AtomicFiles.change(link, bytes("read"), bytes("x"))).code());
        assertEquals("files.is-link",
                assertThrows(Fault.class, () -> AtomicFiles.change(dangling, null, bytes("x"))).code());
        assertEquals("read", Files.readString(outside));
        assertEquals(List.of(link, dangling, outside), listed());
    }

    @Test
    void whatAKilledProgramLeftIsNoFileAndIsSwept() throws IOException {
        Path old = Files.writeString(folder.resolve(".bom.csv.0123abcd-4567.tmp"), "Part,Quantity\n");
        Path fresh = Files.writeString(folder.resolve(".bom.csv.0123abcd-4568.tmp"), "Part,Quantity\n");
        Path theirs = Files.writeString(folder.resolve(".other.tmp"), "x");
        for (Path file : List.of(old, theirs)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        assertEquals(List.of(new RepoPath(".other.tmp")), new FolderTree(folder).files());
        AtomicFiles.replace(folder.resolve("bom.csv"), "new");
        assertEquals(List.of(fresh, theirs, folder.resolve("bom.csv")), listed());
    }

    @Test
    void whatOthersAreJustWritingIntoTheFolderDisturbsNobody() {
        var stop = new AtomicBoolean();
        var other = CompletableFuture.runAsync(() -> {
            try {
                for (int n = 0; !stop.get(); n = (n + 1) % 8) {
                    Path theirs = folder.resolve(".part.txt.0000000" + n + "-abcd.tmp");
                    Files.writeString(theirs, "");
                    Files.move(theirs, folder.resolve("part.txt"), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            for (int n = 0; n < 60; n++) {
                AtomicFiles.replace(folder.resolve("ours.txt"), String.valueOf(n));
            }
        } finally {
            stop.set(true);
            other.join();
        }
    }

    @Test
    void aNameAsLongAsNamesMayBeIsWritten() throws IOException {
        Path target = folder.resolve("x".repeat(251) + ".csv");
        AtomicFiles.replace(target, "new");
        Path wide = folder.resolve("\u65e5".repeat(80) + ".csv");
        AtomicFiles.replace(wide, "new");
        assertEquals("new", Files.readString(wide));
        assertEquals(2, listed().size());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> listed() throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
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
