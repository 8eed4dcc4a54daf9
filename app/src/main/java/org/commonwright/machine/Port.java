package org.commonwright.machine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.machine.virtual.FaultPlan;

/// Where a machine is. In text: a device path (`/dev/ttyUSB0`, `COM3`, with `@250000` behind it for a speed of its own),
/// `tcp://host:port`, `virtual:grbl`, `virtual:marlin` or `virtual:arduino` (with `?speed=10` behind it for a machine ten times
/// as fast, and 0 for one that needs no time); `octoprint+http://host:port` or `moonraker+http://host:port` for one that
/// another program runs.
public sealed interface Port {
    /// The highest port number of TCP.
    int HIGHEST = 65_535;
    /// What stands behind `telnet:`.
    Pattern TELNET = Pattern.compile("telnet:([^?]*)(?:\\?baud=([0-9]{3,7}))?");
    /// What stands behind `virtual:`.
    Pattern VIRTUAL = Pattern.compile("virtual:(grbl|marlin|arduino)"
            + "((?:[?&](?:speed=[0-9]{1,6}(?:\\.[0-9]{1,6})?|fault=[a-z_]+@[0-9]{1,8}))*)");

    /// A serial port.
    ///
    /// @param baud 0 to try the usual ones
    record Serial(String path, int baud) implements Port {
        @Override
        public String toString() {
            return baud == 0 ? path : path + "@" + baud;
        }
    }

    /// A serial port by the serial number of the USB device at it: it stays when the path changes. In text `usb:85736323`, or
    /// with vendor and product before it, `usb:2341:0043:85736323`.
    record Usb(String serial) implements Port {
        @Override
        public String toString() {
            return "usb:" + serial;
        }
    }

    /// A machine on the network.
    record Tcp(String host, int port) implements Port {
        @Override
        public String toString() {
            return "tcp://" + host + ":" + port;
        }
    }

    /// A machine behind a serial server that speaks telnet (ser2net, ESP3D).
    ///
    /// @param baud that the server is asked to set on its line (RFC 2217), 0 for none
    record Telnet(String host, int port, int baud) implements Port {
        @Override
        public String toString() {
            return "telnet://" + host + ":" + port + (baud == 0 ? "" : "?baud=" + baud);
        }
    }

    /// A machine of software, in this process.
    ///
    /// @param speed of its time: 1 real, 0 none
    /// @param faults that it makes, each a kind, `@` and the `ok` at which it happens, as of
    ///         [org.commonwright.machine.virtual.FaultPlan#parse]
    record Virtual(Kind kind, double speed, List<String> faults) implements Port {
        public Virtual {
            faults = List.copyOf(faults);
        }

        /// One that makes none.
        public Virtual(Kind kind, double speed) {
            this(kind, speed, List.of());
        }

        /// Its firmware.
        public enum Kind {
            GRBL, MARLIN, ARDUINO
        }

        @Override
        public String toString() {
            var asked = new StringJoiner("&", "?", "").setEmptyValue("");
            if (speed != 1) {
                asked.add("speed=" + (speed == Math.rint(speed) ? String.valueOf((long) speed) : speed));
            }
            faults.forEach(fault -> asked.add("fault=" + fault));
            return "virtual:" + kind.name().toLowerCase(Locale.ROOT) + asked;
        }
    }

    /// A machine that a host runs: a [org.commonwright.machine.host.HostMachine], never a [Session].
    record Hosted(HostAddress address) implements Port {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /// Whether a port of this name is reached over a network, not over an adapter of this computer.
    static boolean isNetwork(String name) {
        return name.startsWith("tcp:") || name.startsWith("telnet:");
    }

    /// @throws Fault `machine.bad-port`, `hosts.bad-address`
    static Port parse(String text) {
        if (text.startsWith("tcp:")) {
            return tcp(text, text);
        }
        if (text.startsWith("telnet:")) {
            return telnet(text);
        }
        if (text.matches("usb:[^/\\s]+")) {
            return new Usb(text.substring("usb:".length()));
        }
        if (text.startsWith("virtual:")) {
            return virtual(text);
        }
        if (HostAddress.isMeant(text)) {
            return new Hosted(HostAddress.parse(text));
        }
        int at = text.lastIndexOf('@');
        String baud = at < 0 ? "" : text.substring(at + 1);
        boolean fast = baud.matches("[0-9]{3,7}");
        String path = fast ? text.substring(0, at) : text;
        boolean device = path.startsWith("/") || path.indexOf('@') < 0;
        if (path.isBlank() || path.contains("://") || !device) {
            throw bad(text);
        }
        return new Serial(path, fast ? Integer.parseInt(baud) : 0);
    }

    /// @param written what a person wrote
    private static Tcp tcp(String text, String written) {
        try {
            URI uri = new URI(text);
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && (uri.getRawPath() == null || uri.getRawPath().matches("/?"));
            if (plain && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= HIGHEST) {
                return new Tcp(uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException _) {
            // Without its cause: that holds the whole text.
            throw bad(written);
        }
        throw bad(written);
    }

    private static Fault bad(String text) {
        return new Fault("machine.bad-port", HostAddress.shown(text));
    }

    private static Port telnet(String text) {
        Matcher parts = TELNET.matcher(text);
        if (!parts.matches()) {
            throw bad(text);
        }
        Tcp at = tcp("tcp:" + parts.group(1), text);
        return new Telnet(at.host(), at.port(), parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
    }

    private static Port virtual(String text) {
        Matcher parts = VIRTUAL.matcher(text);
        if (!parts.matches()) {
            throw new Fault("machine.bad-port", text);
        }
        double speed = 1;
        List<String> faults = new ArrayList<>();
        for (String asked : parts.group(2).isEmpty() ? new String[0] : parts.group(2).substring(1).split("&")) {
            if (asked.startsWith("speed=")) {
                speed = Double.parseDouble(asked.substring("speed=".length()));
            } else {
                faults.add(asked.substring("fault=".length()));
            }
        }
        FaultPlan.parse(faults);
        return new Virtual(Virtual.Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), speed, faults);
    }
}
