package org.commonwright.machine.marlin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which lines a person asked for.
class MarlinAskingTest {
    private static final String PLACE = "X:0.00 Y:0.00 Z:0.00 E:0.00 Count X:0 Y:0 Z:0";

    @Test
    void whatAnswersAPollIsRoutineAndWhatAPersonAskedForIsNot() {
        var asking = new MarlinAsking();
        for (String report : List.of(" T:20.1 /0.0 B:20.0 /0.0", "T:20.0 /0.0", "echo:busy: processing", "wait", PLACE,
                "Not SD printing", "SD printing byte 5/100")) {
            assertTrue(asking.isRoutine(report), report);
        }
        for (String answer : List.of("ok", "echo:Unknown command", "Tool 1", "Error:Printer halted", "M92 X80.00")) {
            assertFalse(asking.isRoutine(answer), answer);
        }
        asking.sent("M114", true);
        assertTrue(asking.isRoutine(PLACE));
        assertTrue(asking.isRoutine("ok P15 B3"));
        asking.sent("M114", false);
        asking.ok();
        assertFalse(asking.isRoutine(PLACE), "a person wants to know where it is");
        assertFalse(asking.isRoutine("ok"));
        asking.ok();
        asking.sent("M105", false);
        assertFalse(asking.isRoutine("ok T:20.0 /0.0"));
    }
}
