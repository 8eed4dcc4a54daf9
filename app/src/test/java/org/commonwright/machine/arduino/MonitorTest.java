package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.junit.jupiter.api.Test;

class MonitorTest {
    private final MonitorLog log = new MonitorLog(InstantSource.fixed(Instant.EPOCH));

    private void say(byte... bytes) {
        log.received(bytes, bytes.length);
    }

    @Test
    void bytesThatAreNoTextAreShownAsWhatTheyAre() {
        say(new byte[]{'o', 'k', ' ', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, 0x1B, '[', '\t', (byte) 0xC3, '\r', '\n'});
        MonitorLine line = log.all().getFirst();
        assertEquals("ok \\xC3\\xA9\\xFF\\x1B[\t\\xC3", line.text());
        assertEquals("6F 6B 20 C3 A9 FF 1B 5B 09 C3", line.hex());
    }

    @Test
    void aLineIsWholeHoweverItsBytesArrive() {
        byte[] text = "première\r\nseconde\n\n>".getBytes(StandardCharsets.UTF_8);
        for (byte b : text) {
            say(b);
        }
        assertEquals(List.of("première", "seconde", ""), log.all().stream().map(MonitorLine::text).toList());
        assertEquals(">", log.unfinished());
        log.cut();
        assertEquals("", log.unfinished());
        assertEquals(4, log.counts().lines());
    }

    @Test
    void garbageAtFullSpeedStaysBoundedAndWhatIsDroppedIsCounted() {
        var random = new Random(7);
        byte[] noise = new byte[16_384];
        for (int i = 0; i < 2500; i++) {
            random.nextBytes(noise);
            say(noise);
        }
        MonitorLog.Counts counts = log.counts();
        assertEquals(2500L * noise.length, counts.bytes());
        List<MonitorLine> kept = log.all();
        assertEquals(counts.lines() - counts.dropped(), kept.size());
        assertTrue(counts.dropped() > 0 && kept.size() <= 50_000, counts::toString);
        assertTrue(kept.stream().mapToLong(line -> line.bytes().length).sum() <= 8_000_000);
        assertEquals(kept.subList(kept.size() - 10, kept.size()), log.after(counts.lines() - 100, 10));
    }

    @Test
    void thePracticeBoardTalksAndAnswers() throws InterruptedException {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (BoardPort board = BoardPort.open(new Machines(), Port.parse("virtual:arduino?speed=10"),
                BoardPort.USUAL_BAUD, "a test",
                InstantSource.system(), line -> heard.add(line.text()))) {
            board.monitor().send("hello", LineEnding.CRLF);
            assertTrue(comes(() -> heard.contains("hello yourself")), heard::toString);
            assertTrue(comes(() -> heard.stream().anyMatch(line -> PlotLine.of(line).values().size() == 3)));
            board.monitor().send("off", LineEnding.LF);
            board.monitor().send("noise", LineEnding.LF);
            assertTrue(comes(() -> heard.stream().anyMatch(line -> line.startsWith("\\xFF\\xC3(\\x00"))),
                    heard::toString);
        }
    }

    private static boolean comes(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 500 && !what.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        return what.getAsBoolean();
    }
}
