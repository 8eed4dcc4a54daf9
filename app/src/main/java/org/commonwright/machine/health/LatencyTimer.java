package org.commonwright.machine.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;

/// How long an FTDI adapter collects bytes before it hands them over, as Linux shows it in `sysfs` (FTDI application note
/// AN232B-04, "Data throughput, latency and handshaking"; 16 ms unless somebody changed it).
///
/// @param file where it stands and can be changed
/// @param millis the value
public record LatencyTimer(Path file, int millis) {
    private static final Path DEVICES = Path.of("/sys/bus/usb-serial/devices");
    /// What is short enough.
    public static final int GOOD = 2;

    /// @param port a device path
    /// @return empty where the adapter has none, or where it is not a device of this system
    public static Optional<LatencyTimer> of(String port) {
        return of(port, DEVICES);
    }

    static Optional<LatencyTimer> of(String port, Path devices) {
        if (!port.startsWith("/dev/")) {
            return Optional.empty();
        }
        try {
            // A name such as /dev/serial/by-id/… leads to the device.
            Path device = Path.of(port).toRealPath();
            Path file = devices.resolve(device.getFileName()).resolve("latency_timer");
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file).strip();
            return text.matches("[0-9]{1,3}")
                    ? Optional.of(new LatencyTimer(file, Integer.parseInt(text)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new Fault(e, "link.timer-unreadable", port, Reason.of(e));
        }
    }

    public boolean isLong() {
        return millis > GOOD;
    }

    /// What shortens it until the adapter is unplugged.
    public String command() {
        return "echo 1 | sudo tee " + file;
    }

    /// What a file such as `/etc/udev/rules.d/99-serial-latency.rules` says to keep it short.
    public static String rule() {
        return "ACTION==\"add\", SUBSYSTEM==\"usb-serial\", DRIVER==\"ftdi_sio\", ATTR{latency_timer}=\"1\"";
    }
}
