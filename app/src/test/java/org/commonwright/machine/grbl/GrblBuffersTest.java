package org.commonwright.machine.grbl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.commonwright.machine.protocol.MachineStatus;
import org.junit.jupiter.api.Test;

/// An Uno promises 15 blocks and 128 bytes.
class GrblBuffersTest {
    private final GrblBuffers buffers = new GrblBuffers();

    private static MachineStatus report(String bf) {
        return new GrblReport().read("<Run|MPos:0.000,0.000,0.000|Bf:" + bf + "|FS:0,0>").orElseThrow();
    }

    private boolean see(String bf) {
        return buffers.see(report(bf), 15, 128);
    }

    @Test
    void oneAbsurdValueIsNotBelieved() {
        assertTrue(see("15,128"));
        assertFalse(see("95,128"));
        assertFalse(see("15,99128"));
        assertEquals(3, buffers.usedBlocks(report("12,100")));
        assertEquals(28, buffers.usedBytes(report("12,100")));
    }

    /// GRBL's relatives have larger planners, and some differ by one from what they promise.
    @Test
    void whatIsSaidAgainIsBelieved() {
        assertTrue(see("16,127"));
        assertFalse(see("100,1024"));
        assertTrue(see("100,1024"));
        assertTrue(see("97,1024"));
        assertEquals(3, buffers.usedBlocks(report("97,1024")));
    }
}
