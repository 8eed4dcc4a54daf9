package org.commonwright.git.lfs;

import java.net.URI;
import java.util.Locale;

/// The server that an address leads to. What is secret is told to no other.
///
/// @param port the usual one where the address names none
record Origin(String scheme, String host, int port) {
    static Origin of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort());
    }

    /// Whether the address is one that is spoken to at all.
    static boolean isWeb(URI uri) {
        return uri.getHost() != null && uri.getScheme() != null
                && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?");
    }

    /// Whether going from here to there would give up encryption.
    boolean isSaferThan(Origin next) {
        return scheme.equals("https") && next.scheme.equals("http");
    }
}
