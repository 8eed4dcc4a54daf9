package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the versions of avrdude print.
class AvrdudeTest {
    private static final String BAR = "##################################################";

    @Test
    void theBarsOfVersionSixSayHowFarItIs() {
        List<String> told = new ArrayList<>();
        var bars = new AvrdudeBars((stage, fraction) -> told.add(stage + " " + fraction));
        String output = "\navrdude: AVR device initialized and ready to accept instructions\n\nReading | " + BAR
                + " | 100% 0.00s\n\navrdude: Device signature = 0x1e950f (probably m328p)\n"
                + "avrdude: writing flash (924 bytes):\n\nWriting | " + BAR + " | 100% 0.16s\n\n"
                + "avrdude: verifying flash memory against x.hex:\n\nReading | " + BAR + " | 100% 0.12s\n";
        for (int i = 0; i < output.length(); i += 7) {
            bars.add(output.substring(i, Math.min(output.length(), i + 7)));
        }
        assertEquals("WRITING 0.0", told.getFirst());
        assertTrue(told.contains("WRITING 0.5") && told.contains("WRITING 1.0"), told::toString);
        assertEquals("VERIFYING 1.0", told.getLast());
        assertEquals(102, told.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "avrdude: stk500_recv(): programmer is not responding / avrdude: stk500_getsync() attempt 10 of 10: not in sync: resp=0x00 | arduino.not-in-sync",
            "avrdude error: protocol expects sync byte 0x14 but got 0x10 | arduino.not-in-sync",
            "avrdude: stk500v2_getsync(): timeout communicating with programmer | arduino.not-in-sync",
            "avrdude: butterfly_recv(): programmer is not responding | arduino.not-in-sync",
            "avrdude: ser_open(): can't open device \"/dev/ttyUSB0\": Permission denied | machine.port-permission",
            "avrdude OS error: cannot open port /dev/ttyUSB0: Permission denied | machine.port-permission",
            "avrdude: ser_open(): can't open device \"/dev/ttyUSB0\": Device or resource busy | machine.port-busy",
            "avrdude: ser_open(): can't open device \"\\\\.\\COM3\": Access is denied. | machine.port-permission",
            "avrdude: ser_open(): can't open device \"/dev/ttyUSB9\": No such file or directory | arduino.cannot-open",
            "avrdude OS error: cannot open port /dev/ttyUSB9: No such file or directory / avrdude error: unable to open programmer arduino on port /dev/ttyUSB9 | arduino.cannot-open",
            "avrdude: Device signature = 0x1e9801 (probably m2560) / avrdude: Expected signature for ATmega328P is 1E 95 0F /          Double check chip, or use -F | arduino.signature",
            "avrdude: verification error, first mismatch at byte 0x0000 0x0c != 0xff / avrdude: verification error; content mismatch | arduino.verify",
            "avrdude error: verification mismatch | arduino.verify",
            "avrdude: can't open config file \"/x/avrdude.conf\": No such file | arduino.tool-old",
            "avrdude: something quite new /  / avrdude done.  Thank you. | arduino.failed"})
    void eachUsualFailureHasASentenceOfItsOwn(String output, String code) {
        assertEquals(code, AvrdudeSays.fault(Board.UNO, "/dev/ttyUSB0", 1, output.replace(" / ", "\n")).code());
    }

    @Test
    void whatIsNotKnownIsSaidAsAvrdudeSaysIt() {
        assertEquals(List.of(3, "avrdude: something quite new"),
                AvrdudeSays.fault(Board.UNO, "/dev/x", 3, "avrdude: something quite new\n\navrdude done.  Thank you.\n")
                        .arguments());
        assertEquals("0x1e9801", AvrdudeSays.fault(Board.UNO, "/dev/x", 1,
                "avrdude: Device signature = 0x1e9801 (probably m2560)\navrdude: Expected signature for ATmega328P is 1E 95 0F")
                .arguments().get(1));
    }
}
