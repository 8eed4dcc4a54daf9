package org.commonwright.git.lfs;

import java.net.URI;
import java.util.Map;

/// An LFS server's address, and what it wants to be told with each request.
///
/// @param url without a name or password in it and without a slash at its end
/// @param headers such as `Authorization`; sent to this server only
/// @param name what people call it
public record LfsEndpoint(URI url, Map<String, String> headers, String name) {
    /// One that is told nothing about who asks.
    public static LfsEndpoint open(URI url) {
        return new LfsEndpoint(url, Map.of(), url.toString());
    }

    /// Whether an address leads to the same server: scheme, host and port.
    public boolean isOnServerOf(URI other) {
        return Origin.of(url).equals(Origin.of(other));
    }

    URI batch() {
        return URI.create(url + "/objects/batch");
    }
}
