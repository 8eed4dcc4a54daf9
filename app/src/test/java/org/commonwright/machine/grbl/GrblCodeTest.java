package org.commonwright.machine.grbl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.Outlet;
import org.junit.jupiter.api.Test;

class GrblCodeTest {
    @Test
    void eachFirmwareHasItsOwnNumbers() {
        for (String firmware : List.of("Grbl", "grblHAL", "FluidNC")) {
            assertEquals("machine.grbl-error-22", GrblCode.error(22, firmware).key());
            assertEquals("machine.grbl-alarm-9", GrblCode.alarm(9, firmware).key());
        }
        assertEquals("machine.grbl-alarm-10", GrblCode.alarm(10, "Grbl").key());
        assertEquals("grbl.hal-alarm-10", GrblCode.alarm(10, "grblHAL").key());
        assertEquals("grbl.fluid-alarm-10", GrblCode.alarm(10, "FluidNC").key());
        assertEquals("machine.grbl-error-other", GrblCode.error(152, "grblHAL").key());
        assertEquals("grbl.fluid-error-152", GrblCode.error(152, "FluidNC").key());
        assertEquals("grbl.hal-error-84", GrblCode.error(84, "grblHAL").key());
    }

    @Test
    void fluidNcIsKnownByWhatItSaysBehindItsName() {
        var talk = new GrblConversation(new Outlet(), ConversationEvents.NONE);
        talk.open(0);
        talk.received("Grbl 3.9 [FluidNC v3.9.9 (wifi) '$' for help]", 1);
        assertEquals("FluidNC", talk.info().firmware());
        assertEquals("3.9.9", talk.info().version());
        var asked = new GrblConversation(new Outlet(), ConversationEvents.NONE);
        asked.open(0);
        asked.received("[VER:3.7 FluidNC v3.7.8:]", 1);
        assertEquals("FluidNC 3.7.8", asked.info().firmware() + " " + asked.info().version());
    }

    @Test
    void aBareNumberIsExplained() {
        assertEquals("machine.grbl-error-22", GrblCode.in("error:22", "Grbl").orElseThrow().key());
        assertEquals("machine.grbl-alarm-1", GrblCode.in("ALARM:1", "Grbl").orElseThrow().key());
        assertEquals("grbl.hal-alarm-14", GrblCode.in("ALARM:14", "grblHAL").orElseThrow().key());
        assertEquals("machine.grbl-error-other", GrblCode.in("error:250", "Grbl").orElseThrow().key());
        for (String other : List.of("ok", "error", "error:", "error:x", "error:22 because", "ALARM:12345",
                "[MSG:error:22]")) {
            assertTrue(GrblCode.in(other, "Grbl").isEmpty(), other);
        }
    }
}
