package org.commonwright.fabrication.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.model.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RunLogTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void ofAHugeLogTheBeginningAndTheEndAreKeptAndItSaysSo() throws IOException {
        Path journal = folder.resolve("a.journal");
        Files.writeString(journal, IntStream.range(0, 100_000).mapToObj(n -> "00000000 {\"line\":" + n + "}\n")
                .collect(Collectors.joining()));
        var millis = new AtomicLong();
        var traffic = new RunTraffic(() -> NOON.plusMillis(millis.getAndIncrement()));
        for (int n = 0; n < 200_000; n++) {
            traffic.sent("G1 X" + n);
            traffic.received("ok");
        }
        RunLog log = RunLog.of(journal, traffic);
        List<String> lines = new String(log.bytes(), UTF_8).lines().toList();
        assertTrue(log.bytes().length < 1 << 20, () -> log.bytes().length + " bytes");
        assertEquals(log.bytes().length, log.ref().bytes());
        assertEquals(ContentId.of(log.bytes()).hex(), log.ref().sha256());
        assertEquals("00000000 {\"line\":0}", lines.get(2));
        assertTrue(lines.contains("00000000 {\"line\":99999}"));
        assertEquals("    0.001 > G1 X0", lines.get(lines.indexOf("# traffic") + 1));
        assertEquals("  400.000 < ok", lines.getLast());
        long said = lines.stream().filter(l -> l.endsWith(" left out")).mapToLong(RunLogTest::bytes).sum();
        assertEquals(2, lines.stream().filter(l -> l.matches("# \\d+ lines \\(\\d+ bytes\\) left out")).count());
        assertEquals(log.leftOut(), said);
        long whole = Files.size(journal) + 200_000L * ("    0.001 > G1 X".length() + "    0.001 < ok".length() + 2);
        assertTrue(log.leftOut() + log.bytes().length > whole);
    }

    private static long bytes(String line) {
        return Long.parseLong(line.replaceAll(".*\\((\\d+) bytes.*", "$1"));
    }

    @Test
    void ofARunThatWasKilledTheJournalIsLeft() throws IOException {
        Path journal = Files.writeString(folder.resolve("a.journal"), "00000000 {\"type\":\"begin\"}\n00000000 {\"ty");
        assertEquals("commonwright-run-log 1\n# journal\n00000000 {\"type\":\"begin\"}\n00000000 {\"ty\n",
                new String(RunLog.of(journal, null).bytes(), UTF_8));
    }

    @Test
    void whatAMachineSaysCannotSteerATerminalOrForgeALine() throws IOException {
        Path journal = Files.writeString(folder.resolve("a.journal"), "\n00000000 {\"how\":\"\u001b[2J\"}\n");
        var traffic = new RunTraffic(() -> NOON);
        traffic.received("\u001b[31mError\r\n# journal\u202e");
        traffic.sent("x".repeat(5000));
        traffic.leftOut(7);
        String text = new String(RunLog.of(journal, traffic).bytes(), UTF_8);
        assertEquals("""
                commonwright-run-log 1
                # journal

                00000000 {"how":"\ufffd[2J"}
                # traffic
                    0.000 < \ufffd[31mError\ufffd\ufffd# journal\ufffd
                    0.000 > %s
                    0.000 # 7 lines were not noted
                """.formatted("x".repeat(1000) + "…"), text);
    }
}
