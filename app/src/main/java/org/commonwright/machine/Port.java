package org.commonwright.machine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.machine.host.HostAddress;

/// Where a machine is. In text: a device path (`/dev/ttyUSB0`, `COM3`, with `@250000` behind it for a speed of its own),
/// `tcp://host:port`, `virtual:grbl`, `virtual:marlin` or `virtual:arduino` (with `?speed=10` behind it for a machine ten times
/// as fast, and 0 for one that needs no time); `octoprint+http://host:port` or `moonraker+http://host:port` for one that
/// another program runs.
public sealed interface Port {
    /// The highest port number of TCP.
    int HIGHEST = 65_535;

    /// A serial port.
    ///
    /// @param baud 0 to try the usual ones
    record Serial(String path, int baud) implements Port {
        @Override
        public String toString() {
            return baud == 0 ? path : path + "@" + baud;
        }
    }

    /// A machine on the network.
    record Tcp(String host, int port) implements Port {
        @Override
        public String toString() {
            return "tcp://" + host + ":" + port;
        }
    }

    /// A machine of software, in this process.
    ///
    /// @param speed of its time: 1 real, 0 none
    record Virtual(Kind kind, double speed) implements Port {
        /// Its firmware.
        public enum Kind {
            GRBL, MARLIN, ARDUINO
        }

        @Override
        public String toString() {
            return "virtual:" + kind.name().toLowerCase(Locale.ROOT) + (speed == 1
                    ? ""
                    : "?speed=" + (speed == Math.rint(speed) ? String.valueOf((long) speed) : speed));
        }
    }

    /// A machine that a host runs: a [org.commonwright.machine.host.HostMachine], never a [Session].
    record Hosted(HostAddress address) implements Port {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /// @throws Fault `machine.bad-port`, `hosts.bad-address`
    static Port parse(String text) {
        if (text.startsWith("tcp:")) {
            return tcp(text);
        }
        if (text.startsWith("virtual:")) {
            return virtual(text);
        }
        if (HostAddress.isMeant(text)) {
            return new Hosted(HostAddress.parse(text));
        }
        int at = text.lastIndexOf('@');
        String baud = at < 0 ? "" : text.substring(at + 1);
        if (baud.matches("[0-9]{3,7}")) {
            return new Serial(text.substring(0, at), Integer.parseInt(baud));
        }
        if (text.isBlank() || text.contains("://")) {
            throw new Fault("machine.bad-port", text);
        }
        return new Serial(text, 0);
    }

    private static Port tcp(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= HIGHEST) {
                return new Tcp(uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException e) {
            throw new Fault(e, "machine.bad-port", text);
        }
        throw new Fault("machine.bad-port", text);
    }

    private static Port virtual(String text) {
        String[] parts = text.substring("virtual:".length()).split("\\?speed=", 2);
        if (!parts[0].matches("grbl|marlin|arduino")
                || parts.length > 1 && !parts[1].matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw new Fault("machine.bad-port", text);
        }
        return new Virtual(Virtual.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    }
}
