package org.commonwright.machine.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.commonwright.error.Fault;

/// Where a host is that runs a machine. In text: `octoprint+http://host:port`, `moonraker+http://host:port`, or with `https`;
/// a path behind it is that of a reverse proxy.
///
/// @param base `http` or `https`, without a slash at its end, without a name, a question or a fragment
public record HostAddress(Software software, URI base) {
    private static final String ANY = "(octoprint|moonraker)\\+https?:.*";

    /// The two kinds of host.
    public enum Software {
        OCTOPRINT("OctoPrint"), MOONRAKER("Moonraker");

        private final String title;

        Software(String title) {
            this.title = title;
        }

        /// As its makers write it.
        public String title() {
            return title;
        }
    }

    /// Whether a text is meant to be one.
    public static boolean isMeant(String text) {
        return text.toLowerCase(Locale.ROOT).matches(ANY);
    }

    /// A password in the address is refused: it would be shown and kept with it.
    ///
    /// @throws Fault `hosts.bad-address`, which shows nothing of a password
    public static HostAddress parse(String text) {
        String shown = shown(text);
        int plus = text.indexOf('+');
        if (!isMeant(text)) {
            throw new Fault("hosts.bad-address", shown);
        }
        Software software = Software.valueOf(text.substring(0, plus).toUpperCase(Locale.ROOT));
        try {
            var uri = new URI(text.substring(plus + 1).replaceFirst("/+$", "")).normalize();
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
                    && uri.getRawFragment() == null && uri.getPort() != 0 && uri.getPort() <= 65_535;
            if (plain) {
                return new HostAddress(software, new URI(uri.getScheme().toLowerCase(Locale.ROOT) + ":"
                        + uri.getRawSchemeSpecificPart()));
            }
        } catch (URISyntaxException e) {
            // Without its cause: that holds the whole text.
            throw new Fault("hosts.bad-address", shown + " (" + e.getReason() + ")");
        }
        throw new Fault("hosts.bad-address", shown);
    }

    /// An address as it may be shown: without whatever could be a name, a password or a key in it.
    public static String shown(String text) {
        int question = text.split("[?#]", 2)[0].length();
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return text.substring(0, question);
        }
        // A sign behind a question may be a part of a name, of a password or of a key: nothing of it is sure to be a host.
        String host = at < question ? text.substring(at, question) : "";
        int colon = text.indexOf(':');
        return text.substring(0, Math.min(colon < 0 ? 0 : colon + 1, at)) + "//…" + host;
    }

    /// @param path begins with a slash
    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return software.name().toLowerCase(Locale.ROOT) + "+" + base;
    }
}
