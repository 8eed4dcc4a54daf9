package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReturnsTest {
    @Test
    void whatComesBackTooOftenIsSaidAndForgottenAfterAWhile() {
        var returns = new Returns(3, 60);
        for (int now = 0; now < 30; now += 10) {
            assertEquals(0, returns.again("mill", now));
        }
        assertEquals(3, returns.again("mill", 30));
        assertEquals(0, returns.again("printer", 30));
        assertEquals(0, returns.again("mill", 61));
        assertEquals(3, returns.again("mill", 62));
    }
}
