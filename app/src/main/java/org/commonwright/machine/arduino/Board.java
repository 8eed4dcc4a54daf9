package org.commonwright.machine.arduino;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.SerialPorts;

/// The boards that can be written to, with what Arduino's own table of boards says of them (`boards.txt` of the AVR core 1.8).
/// Clones are written to as the board that they copy.
public enum Board {
    UNO("uno", "Arduino Uno", "atmega328p", "arduino", 115_200, 32_256, "arduino:avr:uno"),
    NANO("nano", "Arduino Nano", "atmega328p", "arduino", 115_200, 30_720, "arduino:avr:nano:cpu=atmega328"),
    NANO_OLD("nano-old", "Arduino Nano (old bootloader)", "atmega328p", "arduino", 57_600, 30_720,
            "arduino:avr:nano:cpu=atmega328old"),
    MEGA("mega", "Arduino Mega 2560", "atmega2560", "wiring", 115_200, 253_952, "arduino:avr:mega:cpu=atmega2560"),
    LEONARDO("leonardo", "Arduino Leonardo", "atmega32u4", "avr109", 57_600, 28_672, "arduino:avr:leonardo"),
    MICRO("micro", "Arduino Micro, Pro Micro", "atmega32u4", "avr109", 57_600, 28_672, "arduino:avr:micro"),
    PRO_MINI("promini", "Arduino Pro Mini (5 V, 16 MHz)", "atmega328p", "arduino", 57_600, 30_720,
            "arduino:avr:pro:cpu=16MHzatmega328"),
    PRO_MINI_3V("promini-3v", "Arduino Pro Mini (3.3 V, 8 MHz)", "atmega328p", "arduino", 57_600, 30_720,
            "arduino:avr:pro:cpu=8MHzatmega328"),
    DUEMILANOVE("duemilanove", "Arduino Duemilanove", "atmega328p", "arduino", 57_600, 30_720,
            "arduino:avr:diecimila:cpu=atmega328");

    /// USB vendors whose product numbers are those of Arduino's boards: Arduino, and the one that was called Arduino.org.
    private static final List<Integer> VENDORS = List.of(0x2341, 0x2A03);

    private final String id;
    private final String title;
    private final String part;
    private final String programmer;
    private final int baud;
    private final int flash;
    private final String fqbn;

    Board(String id, String title, String part, String programmer, int baud, int flash, String fqbn) {
        this.id = id;
        this.title = title;
        this.part = part;
        this.programmer = programmer;
        this.baud = baud;
        this.flash = flash;
        this.fqbn = fqbn;
    }

    /// As a person types it: `uno`, `nano-old`.
    public String id() {
        return id;
    }

    /// Its name in the shops.
    public String title() {
        return title;
    }

    /// Its processor, as `avrdude` calls it.
    public String part() {
        return part;
    }

    /// How its bootloader is spoken to, as `avrdude` calls it.
    public String programmer() {
        return programmer;
    }

    /// The speed of its bootloader.
    public int baud() {
        return baud;
    }

    /// Bytes of flash that a sketch may use: all but the bootloader's.
    public int flash() {
        return flash;
    }

    /// What `arduino-cli` calls it, its fully qualified board name.
    public String fqbn() {
        return fqbn;
    }

    /// Whether it has USB in its processor: its bootloader starts when the port is opened at 1,200 baud, and comes up as
    /// another port.
    public boolean isTouched() {
        return programmer.equals("avr109");
    }

    @Override
    public String toString() {
        return title;
    }

    /// @throws Fault `arduino.no-board`
    public static Board of(String id) {
        String wanted = id.toLowerCase(Locale.ROOT).replace("mega2560", "mega");
        return Arrays.stream(values()).filter(board -> board.id.equals(wanted)).findFirst()
                .orElseThrow(() -> new Fault("arduino.no-board", id,
                        Arrays.stream(values()).map(Board::id).collect(Collectors.joining(", "))));
    }

    /// Which board a port belongs to, when its USB numbers say so; those of a clone name only the chip of its cable.
    public static Optional<Board> of(SerialPorts.Info port) {
        if (!VENDORS.contains(port.vendor())) {
            return Optional.empty();
        }
        return switch (port.product()) {
            case 0x0001, 0x0043, 0x0243 -> Optional.of(UNO);
            case 0x0010, 0x0042, 0x0242 -> Optional.of(MEGA);
            case 0x0036, 0x8036 -> Optional.of(LEONARDO);
            case 0x0037, 0x8037 -> Optional.of(MICRO);
            default -> Optional.empty();
        };
    }

    /// @throws Fault `arduino.hex-too-large` when the program has no room in its flash
    void mustHold(String name, HexImage image) {
        if (image.end() > flash) {
            throw new Fault("arduino.hex-too-large", name, image.end(), title, flash);
        }
    }
}
