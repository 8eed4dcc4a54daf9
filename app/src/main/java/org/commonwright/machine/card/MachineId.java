package org.commonwright.machine.card;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.commonwright.machine.Port;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.model.ContentId;

/// What a machine is known by from day to day: the serial number of its USB device, which stays when the port's name changes, or
/// else its port.
public record MachineId(String text) {
    private static final int SLUG = 40;

    /// @param ports those that are there now
    public static MachineId of(Port port, List<SerialPorts.Info> ports) {
        return switch (port) {
            case Port.Serial serial -> ports.stream()
                    .filter(info -> info.path().equals(serial.path()) && !info.serial().isBlank()).findFirst()
                    .map(info -> new MachineId("usb:" + info.usbId()))
                    .orElseGet(() -> new MachineId(serial.path()));
            case Port.Usb usb -> new MachineId(ports.stream().filter(info -> info.isCalled(usb.serial())).findFirst()
                    .map(info -> "usb:" + info.usbId()).orElse(usb.toString()));
            case Port.Telnet telnet -> new MachineId(telnet.toString());
            case Port.Tcp tcp -> new MachineId(tcp.toString());
            case Port.Hosted hosted -> new MachineId(hosted.toString());
            case Port.Virtual virtual -> new MachineId(
                    "virtual:" + virtual.kind().name().toLowerCase(Locale.ROOT));
        };
    }

    /// A name for its files: no two machines have the same.
    public String fileName() {
        String plain = text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String hash = ContentId.of(text.getBytes(StandardCharsets.UTF_8)).abbreviated();
        return plain.substring(0, Math.min(SLUG, plain.length())) + "-" + hash;
    }

    @Override
    public String toString() {
        return text;
    }
}
