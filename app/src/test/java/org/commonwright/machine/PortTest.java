package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void aRefusalShowsNoSecret() {
        for (String bad : List.of("octoprint+http://u:SECRET/w@h", "octoprint+http://u:SECRET?w@h",
                "octoprint+http://h/?apikey=SECRET", "octoprint+http://h/?apikey=x@SECRET", "moonraker+http://h#SECRET",
                "octoprint+http:u:SECRET@h", "octoprint+ftp://u:SECRET@h", "http://u:SECRET@h",
                "tcp://user:SECRET@host:1", "tcp://host:1?key=SECRET", "tcp://ho st:1?key=SECRET",
                "telnet://u:SECRET@host:1", "ftp://u:SECRET@115200")) {
            Fault fault = assertThrows(Fault.class, () -> Port.parse(bad), bad);
            assertTrue(List.of("machine.bad-port", "hosts.bad-address").contains(fault.code()), fault::toString);
            assertFalse((fault.arguments() + " " + fault + fault.getCause()).contains("SECRET"), fault::toString);
        }
        assertEquals(List.of("octoprint+http://…@h"),
                assertThrows(Fault.class, () -> Port.parse("octoprint+http://u:p/w@h")).arguments());
        assertEquals(List.of("tcp://…@host:1"),
                assertThrows(Fault.class, () -> Port.parse("tcp://user:secret@host:1")).arguments());
    }

    @Test
    void whatIsNoPortIsRefused() {
        for (String bad : List.of("", " ", "@115200", "telnet:", "telnet://", "tcp:", "tcp://host", "tcp://host:1/path",
                "tcp://host:1#x")) {
            Fault fault = assertThrows(Fault.class, () -> Port.parse(bad), bad);
            assertEquals("machine.bad-port", fault.code());
            assertEquals(bad.startsWith("telnet"), fault.arguments().toString().contains("telnet"), fault::toString);
        }
        for (String good : List.of("tcp://host:1", "telnet://host:23?baud=115200", "/dev/ttyUSB0@250000", "COM3")) {
            assertEquals(good, Port.parse(good).toString());
        }
    }
}
