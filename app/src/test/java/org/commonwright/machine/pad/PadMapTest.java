package org.commonwright.machine.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PadMapTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsChangedIsKeptAndAButtonDoesOneThing() {
        var file = new PadMapFile(folder.resolve("gamepad.json"));
        assertEquals(PadMap.USUAL, file.read());
        PadMap map = PadMap.USUAL.with(PadAction.DEAD_MAN, Optional.of(PadButton.RIGHT_TRIGGER))
                .with(PadAction.HOLD, Optional.empty())
                .with(PadAction.ABORT, Optional.of(PadButton.WEST)).with(PadAction.HOME, Optional.empty());
        assertEquals("pads.held",
                assertThrows(Fault.class, () -> map.with(PadAction.ZERO_Z, Optional.of(PadButton.EAST))).code());
        file.write(map);
        PadMap read = file.read();
        assertEquals(map, read);
        assertEquals(Optional.of(PadAction.DEAD_MAN), read.action(PadButton.RIGHT_TRIGGER));
        assertEquals(Optional.of(PadAction.ABORT), read.action(PadButton.WEST));
        assertEquals(Optional.empty(), read.button(PadAction.HOLD));
        assertEquals(Optional.empty(), read.action(PadButton.START));
    }

    @Test
    void aFileThatSwapsButtonsIsReadAsItStands() throws IOException {
        Path written = folder.resolve("gamepad.json");
        Files.writeString(written, "{\"stop\": \"west\", \"hold\": \"east\"}");
        PadMap map = new PadMapFile(written).read();
        assertEquals(Optional.of(PadButton.WEST), map.button(PadAction.STOP));
        assertEquals(Optional.of(PadButton.EAST), map.button(PadAction.HOLD));
        assertEquals(Optional.of(PadButton.LEFT_SHOULDER), map.button(PadAction.DEAD_MAN));
    }

    @Test
    void whatIsWrongInItIsNamed() throws IOException {
        Path written = folder.resolve("gamepad.json");
        for (String bad : new String[]{"[]", "{", "{\"stop\": \"nose\"}", "{\"fly\": \"east\"}", "{\"stop\": 7}",
                "{\"hold\": \"east\"}", "{\"up\": \"\"}"}) {
            Files.writeString(written, bad);
            assertEquals("pads.bad-map", assertThrows(Fault.class, new PadMapFile(written)::read, bad).code());
        }
    }
}
