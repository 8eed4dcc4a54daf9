package org.commonwright.machine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;

class UsbBoardsTest {
    @Test
    void boardsAreCalledByTheirNames() {
        UsbBoards boards = UsbBoards.known();
        assertTrue(boards.size() > 40);
        assertEquals(Optional.of("Arduino Uno"), boards.name(0x2341, 0x0043));
        assertEquals(Optional.of("Prusa printer"), boards.name(0x2c99, 0x7777));
        assertEquals(Optional.empty(), boards.name(0x1234, 1));
        assertEquals(Optional.empty(), boards.name(-1, -1));
        var names = new PortName(boards);
        var french = new Messages(Locale.FRENCH);
        assertEquals("Teensy, USB 16c0:0483, numéro de série 8675309", names.sentence(
                new SerialPorts.Info("/dev/ttyACM0", "USB Serial", "", 0x16c0, 0x0483, "8675309"), french));
        assertEquals("Physical Port S0", names.sentence(
                new SerialPorts.Info("/dev/ttyS0", "Physical Port S0", "", -1, -1, ""), french));
        assertEquals("port série",
                names.sentence(new SerialPorts.Info("/dev/ttyS1", " ", "", -1, -1, ""), french));
    }

    @Test
    void aListThatIsWrongIsNotRead() {
        for (String wrong : new String[]{"2341:0043", "2341:43 Uno", "2341:0043 A\n2341:0043 B", "*:0001 x"}) {
            assertThrows(IllegalArgumentException.class, () -> UsbBoards.read(wrong), wrong);
        }
    }
}
