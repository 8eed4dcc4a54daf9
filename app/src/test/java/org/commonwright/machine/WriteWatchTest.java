package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.SerialLink;
import org.commonwright.machine.pty.PseudoTerminal;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A terminal whose other end reads nothing takes a few thousand bytes, and then a write to it never comes back.
class WriteWatchTest {
    @Test
    void aWriteThatHangsGivesTheLinkUp() throws Exception {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no pseudo-terminals");
        var told = new CompletableFuture<Fault>();
        var deaf = PseudoTerminal.open();
        try (Link link = SerialLink.open(deaf.path(), 115_200)) {
            var watch = new WriteWatch(link, told::complete, 100);
            watch.start();
            watch.write(new byte[100]);
            Thread writer = Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (true) {
                        watch.write(new byte[4096]);
                    }
                } catch (Fault _) {
                    // The link was closed under it.
                }
            });
            Fault fault = told.get(60, TimeUnit.SECONDS);
            assertEquals("machine.takes-nothing", fault.code());
            assertEquals(List.of(deaf.path(), 0), fault.arguments());
            Waiting.until(() -> link.read(new byte[10], 10) < 0, "the link is closed");
            deaf.close();
            assertTrue(writer.join(Duration.ofSeconds(60)), "what hung came back");
        } finally {
            deaf.close();
        }
    }
}
