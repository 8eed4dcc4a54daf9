package org.commonwright.bom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class PartKeyTest {
    @Test
    void capitalsMakeNoDifferenceButForMegaAndMilli() {
        assertEquals(PartKey.named("Screw M3x10"), PartKey.named("screw  m3X10"));
        assertEquals(PartKey.numbered("Yageo", "RC-10M"), PartKey.numbered("YAGEO", "rc-10m"));
        assertEquals(PartKey.named("10K R_0603"), PartKey.named("10k r_0603"));
        assertNotEquals(PartKey.named("10M R_0603"), PartKey.named("10m R_0603"));
        assertNotEquals(PartKey.named("2.2M"), PartKey.named("2.2m"));
        assertEquals(PartKey.named("2.2M"), PartKey.named("2.2meg"));
    }
}
