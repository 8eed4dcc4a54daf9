package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A device that is there anew twenty times a second: each time one sentence, soon, and nothing is left open.
class FlickeringDeviceTest {
    private static final int TIMES = 20;
    private static final int MILLIS = 50;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private volatile String said = "";
    private volatile int least;

    FlickeringDeviceTest() throws IOException {
        Thread.ofPlatform().daemon().start(this::flicker);
    }

    private void flicker() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                    // Sometimes at once, before a word was said.
                    Thread.sleep(least);
                    least = least == 0 ? MILLIS : 0;
                }
            }
        } catch (IOException | InterruptedException _) {
            // The test is over.
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> name.startsWith("machine-")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long sockets() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(FlickeringDeviceTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString().startsWith("socket:");
        } catch (IOException _) {
            // It was closed meanwhile.
            return false;
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void eachTimeItIsOneSentenceAndNothingIsLeftOpen() throws Exception {
        var machines = new Machines(List::of, 5);
        Port port = Port.parse("tcp://localhost:" + server.getLocalPort());
        Set<String> threads = threads();
        long sockets = sockets();
        long began = System.nanoTime();
        var codes = new TreeSet<String>();
        for (int i = 0; i < TIMES; i++) {
            said = i % 2 == 0 ? "" : "Grbl 1.1h ['$' for help]\r\n";
            Fault fault = assertThrows(Fault.class, () -> machines.connect(port, "patient"));
            codes.add(fault.code());
            String sentence = new Messages(Locale.UK).get(fault);
            assertTrue(sentence.contains("localhost:" + server.getLocalPort()) && !sentence.contains("{"), sentence);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertEquals(Set.of("machine.link-lost"), codes);
        assertTrue(seconds < 20, seconds + " s");
        machines.hold(port, "the next").close();
        Waiting.until(() -> threads().equals(threads), "threads are gone");
        Waiting.until(() -> {
            try {
                return sockets() <= sockets;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }, "sockets are closed");
        server.close();
    }
}
