package org.commonwright.machine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostBookTest {
    @TempDir
    private Path folder;

    @Test
    void keysAreKeptForTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("config/hosts.json");
        HostAddress octo = HostAddress.parse("OctoPrint+HTTP://pi.local:5000/");
        HostAddress moon = HostAddress.parse("moonraker+https://[fd00::7]/printer1");
        assertEquals("octoprint+http://pi.local:5000", octo.toString());
        var book = new HostBook(file);
        assertEquals(Map.of(), book.all());
        book.remember(octo, "secret");
        book.remember(moon, "");
        assertEquals(Map.of(octo.toString(), "secret", moon.toString(), ""), new HostBook(file).all());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertTrue(book.forget(octo));
        assertFalse(book.forget(octo));
        assertEquals(Optional.empty(), book.key(octo));
        Files.writeString(file, "{\"hosts\": [{\"address\": \"x\", \"key\": \"sec");
        Fault fault = assertThrows(Fault.class, book::all);
        assertEquals("hosts.book-unreadable", fault.code());
        assertFalse(String.valueOf(fault.getCause()).contains("sec"), fault::toString);
    }

    @Test
    void aDamagedBookIsNeverWrittenOver() throws IOException {
        Path file = folder.resolve("hosts.json");
        String good = "{\"address\": \"octoprint+http://pi\", \"key\": \"k\"}";
        var book = new HostBook(file);
        for (String damaged : List.of("", "null", "[" + good + "]", "{}", "{\"hosts\": {\"a\": " + good + "}}",
                "{\"hosts\": [" + good + ", 7]}", "{\"hosts\": [" + good + ", " + good + "]}",
                "{\"hosts\": [{\"address\": \"pi\", \"key\": \"k\"}]}",
                "{\"hosts\": [{\"address\": \"octoprint+http://pi\", \"key\": 7}]}",
                "{\"hosts\": [" + good + "]} x", "{\"hosts\": [" + good + "]}" + good)) {
            Files.writeString(file, damaged);
            assertEquals("hosts.book-unreadable", assertThrows(Fault.class,
                    () -> book.remember(HostAddress.parse("octoprint+http://other"), "new"), damaged).code());
            assertEquals("hosts.book-unreadable", assertThrows(Fault.class,
                    () -> book.forget(HostAddress.parse("octoprint+http://pi"))).code());
            assertEquals(damaged, Files.readString(file));
        }
        Files.writeString(file, "{\"hosts\": [" + good + "]}");
        assertEquals(Map.of("octoprint+http://pi", "k"), book.all());
    }

    @Test
    void whoeverWritesAtTheSameTimeLosesNothing() throws InterruptedException {
        Path file = folder.resolve("new/hosts.json");
        List<Thread> writers = IntStream.range(0, 4).mapToObj(writer -> Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 8; i++) {
                new HostBook(file).remember(HostAddress.parse("octoprint+http://pi" + writer + "x" + i), "k");
            }
        })).toList();
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(32, new HostBook(file).all().size());
    }

    @Test
    void anAddressHoldsNoPasswordAndNothingElse() {
        for (String bad : List.of("octoprint+http://", "octoprint+http://me:pw1234@pi:80", "moonraker+http://pi?key=1",
                "moonraker+http://pi/#x", "octoprint+ftp://pi", "octoprint+http://p i", "octoprint+http://pi:99999",
                "octoprint+http://pi:0")) {
            Fault fault = assertThrows(Fault.class, () -> HostAddress.parse(bad), bad);
            assertEquals("hosts.bad-address", fault.code());
            assertFalse(fault.toString().contains("pw1234"), fault::toString);
        }
        for (String bad : List.of("", "two words", "tëst", "line\nline")) {
            assertEquals("hosts.bad-key", assertThrows(Fault.class, () -> HostBook.checked(bad)).code());
        }
        assertEquals("abc", HostBook.checked(" abc\n"));
    }
}
