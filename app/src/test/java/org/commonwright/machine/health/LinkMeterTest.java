package org.commonwright.machine.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the meter makes of a talk whose every moment is known.
class LinkMeterTest {
    private static final long MILLI = 1_000_000L;

    private long now = 1;
    private LinkMeter meter = new LinkMeter(now, 11_520);

    private void write(String text) {
        meter.wrote(text.getBytes(StandardCharsets.ISO_8859_1), now);
    }

    private void pass(double millis) {
        now += (long) (millis * MILLI);
    }

    private void hear(String line) {
        meter.read(now - MILLI, now, line.length() + 2);
        meter.heard(line, now);
        meter.wrote(new byte[0], now);
    }

    private LinkVerdict.Kind verdict() {
        return LinkVerdict.of(meter.figures(now), Optional.empty(), false).kind();
    }

    @Test
    void theMedianAndThe95thAreFoundToATenth() {
        var random = new Random(3);
        var durations = new Durations();
        for (int i = 0; i < 10_000; i++) {
            durations.add((long) (random.nextDouble() * 20 * MILLI));
        }
        assertEquals(10, durations.median(), 1);
        assertEquals(19, durations.percentile(95), 1.9);
        Durations before = durations.copy();
        durations.add(100 * MILLI);
        assertEquals(100, durations.since(before).median(), 10);
    }

    @Test
    void aGoodLinkIsGoodAndItsFiguresAreTrue() {
        for (int i = 0; i < 100; i++) {
            write("?");
            pass(6);
            hear("<Idle|MPos:0.000,0.000,0.000|FS:0,0|WCO:0.000,0.000,0.000>");
            write("G1X10.00Y20.00F500\n");
            pass(2);
            hear("ok");
            pass(190);
        }
        LinkFigures figures = meter.figures(now);
        assertEquals(100, figures.lines());
        assertEquals(2, figures.answers().median(), 0.2);
        assertEquals(0, figures.damage().signs());
        assertEquals(LinkVerdict.Kind.GOOD, verdict());
    }

    @Test
    void anAdapterThatWaitsIsFoundAndItsTimerNamed(@TempDir Path devices) throws IOException {
        for (int i = 0; i < 50; i++) {
            write("?");
            pass(21);
            hear("<Idle|MPos:0.000,0.000,0.000|FS:0,0|WCO:0.000,0.000,0.000>");
            pass(180);
        }
        assertEquals(LinkVerdict.Kind.ADAPTER_WAITS, verdict());
        Files.writeString(Files.createDirectories(devices.resolve("null")).resolve("latency_timer"), "16\n");
        LatencyTimer timer = LatencyTimer.of("/dev/null", devices).orElseThrow();
        assertEquals(16, timer.millis());
        LinkVerdict told = LinkVerdict.of(meter.figures(now), Optional.of(timer), false);
        assertTrue(told.sentences().toString().contains(devices + "/null/latency_timer"), told::toString);
        assertEquals(Optional.empty(), LatencyTimer.of("/dev/zero", devices));
    }

    @Test
    void noiseIsCountedByKind() {
        write("N1 G1 X1*2\nN2 G1 X2*2\n");
        hear("Error:checksum mismatch, Last Line: 0");
        hear("Resend: 1");
        hear("o\uFFFD\u0007");
        hear("<Idle|MPos:0.0");
        hear("kok");
        LinkFigures.Damage damage = meter.figures(now).damage();
        assertEquals(new LinkFigures.Damage(1, 1, 2, 0, 2, 0), damage);
        assertEquals(LinkVerdict.Kind.NOISY, verdict());
    }

    @Test
    void reportsThatNeverComeAndRestartsAreCounted() {
        write("?");
        pass(2500);
        write("?");
        hear("<Idle|MPos:0.000,0.000,0.000|FS:0,0>");
        hear("Grbl 1.1h ['$' for help]");
        assertEquals(0, meter.figures(now).damage().restarts(), "the first greeting is no restart");
        pass(60_000);
        hear("Grbl 1.1h ['$' for help]");
        assertEquals(1, meter.figures(now).damage().restarts());
        assertEquals(1, meter.figures(now).damage().lostReports());
        write("\u0018");
        hear("Grbl 1.1h ['$' for help]");
        assertEquals(1, meter.figures(now).damage().restarts(), "it was told to");
    }

    @Test
    void aLateHostIsToldFromALateMachine() {
        for (int i = 0; i < 40; i++) {
            write("G1X1\n");
            pass(3);
            meter.read(now - 3 * MILLI, now, 4);
            meter.heard("ok", now);
            pass(30);
        }
        assertEquals(LinkVerdict.Kind.HOST_LATE, verdict());
    }

    @Test
    void starvationIsTimeWithLinesWaitingAndNothingToDo() {
        write("?");
        hear("<Idle|MPos:0.000,0.000,0.000|Bf:15,128|FS:0,0>");
        meter.runBegins(now);
        write("G1X1\nG1X2\n");
        for (int i = 0; i < 10; i++) {
            write("?");
            pass(5);
            hear("<Run|MPos:0.000,0.000,0.000|Bf:" + (i < 5 ? "0,20" : "15,120") + "|FS:0,0>");
            pass(195);
        }
        meter.linesWait(false);
        write("?");
        hear("<Run|MPos:0.000,0.000,0.000|Bf:15,128|FS:0,0>");
        hear("ok");
        hear("ok");
        meter.runEnded(now);
        LinkFigures.Supply supply = meter.run(now).orElseThrow().supply();
        assertEquals(1.8, supply.observed(), 0.01);
        assertEquals(1.0, supply.starved(), 0.01);
        assertEquals(2.0, supply.running(), 0.01);
    }

    @Test
    void aWireThatIsFullIsSaidWithItsNumbers() {
        meter.runBegins(now);
        String line = "G1X12.345Y12.345F99\n";
        for (int i = 0; i < 6; i++) {
            write(line);
        }
        for (int i = 0; i < 3000; i++) {
            pass(20 / 11.52);
            hear("ok");
            write(line);
        }
        meter.runEnded(now);
        LinkFigures run = meter.run(now).orElseThrow();
        LinkVerdict verdict = LinkVerdict.of(run, Optional.empty(), false);
        assertEquals(LinkVerdict.Kind.SHORT_SEGMENTS, verdict.kind());
        assertEquals(576, run.linesTheWireCarries(), 1);
        assertEquals(576, run.linesPerSecond(), 6);
    }

    @Test
    void aSpeedThatIsExceededIsNone() {
        for (int i = 0; i < 30; i++) {
            write("?");
            pass(0.2);
            hear("<Idle|MPos:0.000,0.000,0.000|FS:0,0|WCO:0.000,0.000,0.000>");
        }
        assertEquals(0, meter.figures(now).bytesPerSecond());
        assertEquals(LinkVerdict.Kind.GOOD, verdict());
    }
}
