package org.commonwright.workbench.machines.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.commonwright.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMapTest {
    @TempDir
    private Path folder;

    private SettingsFile settings() {
        return new SettingsFile(folder.resolve("settings.json"), fault -> {
            throw fault;
        });
    }

    @Test
    void keysAreGivenRememberedAndPutBack() {
        try (var settings = settings()) {
            var keys = new KeyMap(settings);
            assertEquals(Optional.of(MachineKey.Y_PLUS), keys.action("UP"));
            assertEquals(new KeyMap.Taken(), keys.give(MachineKey.HOME, "H"));
            assertEquals(new KeyMap.HeldBy(MachineKey.HOME), keys.give(MachineKey.ZERO_Z, "H"));
            assertEquals(new KeyMap.Taken(), keys.give(MachineKey.HOME, "H"));
            assertEquals(new KeyMap.Reserved(), keys.give(MachineKey.ZERO_Z, "TAB"));
            assertEquals(new KeyMap.Taken(), keys.give(MachineKey.HOLD, ""));
            assertEquals(3, keys.changes().get());
        }
        try (var settings = settings()) {
            var keys = new KeyMap(settings);
            assertEquals("H", keys.key(MachineKey.HOME));
            assertEquals("", keys.key(MachineKey.HOLD));
            assertEquals(Optional.empty(), keys.action("F7"));
            keys.reset();
            assertEquals("F7", keys.key(MachineKey.HOLD));
            assertEquals("", keys.key(MachineKey.HOME));
        }
    }

    @Test
    void whatWasWrittenByHandCannotBreakIt() {
        try (var settings = settings()) {
            settings.put("machine-keys", SettingsFile.object().put("home", "UP").put("hold", "no such key!")
                    .put("zero-z", "ESCAPE").put("abort", "HELLO").put("x-plus", 7));
            var keys = new KeyMap(settings);
            assertEquals("", keys.key(MachineKey.HOME), "UP is Y's");
            assertEquals("", keys.key(MachineKey.HOLD));
            assertEquals("", keys.key(MachineKey.ZERO_Z));
            assertEquals("", keys.key(MachineKey.ABORT));
        }
    }

    /// Every key at first is one that there is, no two are the same, and nothing that moves by itself has one.
    @Test
    void theKeysAtFirstDoNotMeet() {
        Set<String> seen = new HashSet<>();
        for (MachineKey action : MachineKey.values()) {
            if (!action.usual().isEmpty()) {
                assertEquals(action.usual(), KeyCode.valueOf(action.usual()).name());
                assertTrue(seen.add(action.usual()), action.name());
            }
        }
        assertEquals("", MachineKey.HOME.usual());
        assertEquals("", MachineKey.ZERO_Z.usual());
    }
}
