package org.commonwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowThreadGuardTest {
    @Test
    void whatComesToAFileFromTheWorkbenchIsTold() {
        assertEquals(
                Optional.of("org.commonwright.files.PlainFiles.read:10 < org.commonwright.workbench.pins.Pins.a:1"),
                WindowThreadGuard.offence(List.of("java.nio.file.Files.exists:5",
                        "org.commonwright.files.PlainFiles.read:10", "org.commonwright.workbench.pins.Pins.a:1",
                        "com.sun.javafx.Event.fire:9")));
    }

    @Test
    void whatTheToolkitReadsAndWhatATestDoesIsNot() {
        assertTrue(WindowThreadGuard.offence(List.of("java.nio.file.Files.exists:5", "com.sun.javafx.Css.load:7",
                "org.commonwright.workbench.pins.Pins.a:1")).isEmpty());
        assertTrue(WindowThreadGuard.offence(List.of("java.nio.file.Files.exists:5",
                "org.commonwright.workbench.pins.PinsTest.a:1")).isEmpty());
    }
}
