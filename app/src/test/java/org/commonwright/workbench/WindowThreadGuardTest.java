package org.commonwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowThreadGuardTest {
    @Test
    void whatComesToAFileFromTheWorkbenchIsTold() {
        assertEquals(
                Optional.of("org.commonwright.files.PlainFiles.read:10 < org.commonwright.workbench.pins.Pins.a:1"),
                WindowThreadGuard.offence(List.of("java.nio.file.Files.exists:5",
                        "org.commonwright.files.PlainFiles.read:10", "org.commonwright.workbench.pins.Pins.a:1",
                        "com.sun.javafx.Event.fire:9")));
    }

    /// What the recorder offers differs between runtimes: each way to a file has to be seen on this one.
    @Test
    void eachWayToAFileIsSeen(@TempDir Path folder) throws Exception {
        try (var recording = WindowThreadGuard.recording()) {
            recording.start();
            var thread = new Thread(() -> touch(folder), "toucher");
            thread.start();
            thread.join();
            List<List<String>> ways = WindowThreadGuard.ways(recording, "toucher");
            for (String call : List.of("Files.exists", "Files.isDirectory", "Files.isRegularFile", "Files.size",
                    "Files.list", "Files.walk", "Files.createDirectory", "Files.writeString", "Files.readString",
                    "Files.getLastModifiedTime", "Files.copy", "Files.move", "Files.delete", "GuardTest.in",
                    "GuardTest.out")) {
                assertTrue(ways.stream().anyMatch(
                        way -> way.stream().anyMatch(at -> at.contains(call + ":"))), call + " is not seen in " + ways);
            }
        }
    }

    private static void touch(Path folder) {
        Path file = folder.resolve("a");
        try {
            Files.exists(file);
            Files.isDirectory(folder);
            Files.isRegularFile(file);
            Files.createDirectory(folder.resolve("b"));
            Files.writeString(file, "words");
            Files.readString(file);
            Files.size(file);
            Files.getLastModifiedTime(file);
            Files.list(folder).close();
            Files.walk(folder).close();
            Files.copy(file, folder.resolve("c"));
            Files.move(folder.resolve("c"), folder.resolve("d"));
            in(file);
            out(file);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void in(Path file) throws IOException {
        try (var in = new FileInputStream(file.toFile())) {
            in.read();
        }
    }

    private static void out(Path file) throws IOException {
        try (var out = new FileOutputStream(file.toFile(), true)) {
            out.write('s');
        }
    }

    @Test
    void whatTheToolkitReadsAndWhatATestDoesIsNot() {
        assertTrue(WindowThreadGuard.offence(List.of("java.nio.file.Files.exists:5", "com.sun.javafx.Css.load:7",
                "org.commonwright.workbench.pins.Pins.a:1")).isEmpty());
        assertTrue(WindowThreadGuard.offence(List.of("java.nio.file.Files.exists:5",
                "org.commonwright.workbench.pins.PinsTest.a:1")).isEmpty());
    }
}
