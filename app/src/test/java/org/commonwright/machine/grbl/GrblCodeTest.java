package org.commonwright.machine.grbl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrblCodeTest {
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
