package org.commonwright.machine.card;

import java.net.URI;
import java.net.URISyntaxException;
import org.commonwright.error.Fault;

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

    /// @throws Fault `card.bad-camera`
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
        } catch (URISyntaxException e) {
            throw new Fault(e, "card.bad-camera", url);
        }
        throw new Fault("card.bad-camera", url);
    }
}
