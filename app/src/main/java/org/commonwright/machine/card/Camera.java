package org.commonwright.machine.card;

import java.net.URI;
import java.net.URISyntaxException;
import org.commonwright.error.Fault;
import org.commonwright.machine.host.HostAddress;

/// A camera that gives a picture (JPEG) or a stream of pictures (MJPEG) by HTTP. Only what a person has set here is ever asked.
///
/// @param url empty for no camera
/// @param seconds between two pictures
public record Camera(String url, int seconds) {
    public static final Camera NONE = new Camera("", 30);
    private static final int LONGEST_URL = 500;
    private static final int SLOWEST = 3600;

    public boolean isThere() {
        return !url.isEmpty();
    }

    /// Where it is, as a record or a sentence may have it: without what could be a key.
    public String shown() {
        return HostAddress.shown(url);
    }

    /// @throws Fault `card.bad-camera`, which shows nothing of a password
    public static Camera of(String url, int seconds) {
        if (url.isBlank()) {
            return NONE;
        }
        try {
            URI uri = new URI(url.strip());
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && url.length() <= LONGEST_URL && seconds > 0
                    && seconds <= SLOWEST) {
                return new Camera(url.strip(), seconds);
            }
        } catch (URISyntaxException _) {
            // Without its cause: that holds the whole text.
            throw bad(url);
        }
        throw bad(url);
    }

    private static Fault bad(String url) {
        return new Fault("card.bad-camera", HostAddress.shown(url));
    }
}
