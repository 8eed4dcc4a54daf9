package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.commonwright.machine.FirmwareProbe.Firmware;
import org.commonwright.machine.protocol.Outlet;
import org.junit.jupiter.api.Test;

/// In virtual time: a tick every tenth of a second.
class FirmwareProbeTest {
    private static final long TICK = 100_000_000L;

    private final Outlet out = new Outlet();
    private final FirmwareProbe probe = new FirmwareProbe(out, 0);
    private long now;

    private Optional<Firmware> pass(int ticks, String line) {
        Optional<Firmware> found = Optional.empty();
        for (int i = 0; i < ticks; i++) {
            now += TICK;
            if (!line.isEmpty()) {
                probe.received(line, now);
            }
            found = probe.tick(now);
        }
        return found;
    }

    private String sent() {
        return new String(out.take(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aBoardThatSpeaksOfOtherThingsIsSentNothing() {
        assertEquals(Optional.empty(), pass(100, "temperature 21.4"));
        assertEquals("", sent());
    }

    @Test
    void aBoardThatFirstTellsOfItsStartIsAskedWhenItIsSilent() {
        pass(5, "rst:0x1 (POWERON_RESET),boot:0x13");
        assertEquals("", sent());
        pass(12, "");
        assertTrue(sent().startsWith("?"));
        pass(1, "Grbl 1.3a [FluidNC v3.7.8 (wifi) '$' for help]");
        assertEquals(Optional.of(Firmware.GRBL), pass(4, ""));
    }

    @Test
    void aSilentMachineIsAskedAndNoiseOfAWrongSpeedIsNoSpeech() {
        pass(5, "\u00f8\u0003x\u0080");
        assertTrue(sent().contains("?"));
    }

    /// It may be anything; only what says its version, or makes a report, is a GRBL.
    @Test
    void whatOnlyRefusesIsAskedForItsVersion() {
        assertEquals(Optional.empty(), pass(40, "error:20"));
        String sent = sent();
        assertTrue(sent.contains("$I\n") && !sent.contains("M115"), sent);
        assertEquals(Optional.empty(), pass(1, "ALARM:1"));
        pass(1, "[VER:1.1h.20190830:]");
        assertEquals(Optional.of(Firmware.GRBL), pass(4, ""));
    }

    @Test
    void aBannerDecidesBeforeAnythingWasSent() {
        assertEquals(Optional.of(Firmware.MARLIN), pass(1, "start"));
        assertEquals("", sent());
    }
}
