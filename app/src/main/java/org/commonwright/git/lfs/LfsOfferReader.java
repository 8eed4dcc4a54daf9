package org.commonwright.git.lfs;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.jspecify.annotations.Nullable;

/// Reads what a server says about one content; an address that is none, or gives up encryption, is refused.
final class LfsOfferReader {
    private static final int MOST_HEADERS = 32;
    private static final long LONGEST_S = 365L * 24 * 3600;

    private final LfsEndpoint endpoint;
    private final Instant now;

    LfsOfferReader(LfsEndpoint endpoint, Instant now) {
        this.endpoint = endpoint;
        this.now = now;
    }

    LfsOffer read(LfsPointer pointer, JsonNode object) {
        JsonNode error = object.path("error");
        if (error.isObject()) {
            int code = error.path("code").asInt();
            return LfsOffer.no(code == 404 || code == 410
                    ? new Fault("git.lfs-not-there", pointer.oid().abbreviated(), endpoint.name())
                    : new Fault("git.lfs-refused", pointer.oid().abbreviated(), endpoint.name(),
                            Said.message(code + " " + error.path("message").asText())));
        }
        Map<String, LfsAction> actions = new HashMap<>();
        for (String name : new String[]{"download", "upload", "verify"}) {
            JsonNode action = object.path("actions").path(name);
            if (action.isObject()) {
                LfsAction read = action(action, object.path("authenticated").asBoolean());
                if (read == null) {
                    return LfsOffer.no(new Fault("git.remote-lfs-answer", endpoint.name()));
                }
                actions.put(name, read);
            }
        }
        return new LfsOffer(actions, null);
    }

    private @Nullable LfsAction action(JsonNode action, boolean authenticated) {
        URI href;
        try {
            href = new URI(action.path("href").asText());
        } catch (URISyntaxException _) {
            return null;
        }
        if (!Origin.isWeb(href) || Origin.of(endpoint.url()).isSaferThan(Origin.of(href))) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        JsonNode given = action.path("header");
        if (given.size() > MOST_HEADERS) {
            return null;
        }
        given.properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        if (!authenticated && Origin.of(href).equals(Origin.of(endpoint.url()))) {
            endpoint.headers().forEach(headers::putIfAbsent);
        }
        return new LfsAction(href, headers, expires(action));
    }

    private @Nullable Instant expires(JsonNode action) {
        long seconds = action.path("expires_in").asLong();
        if (seconds != 0) {
            return now.plusSeconds(Math.clamp(seconds, -LONGEST_S, LONGEST_S));
        }
        String at = action.path("expires_at").asText();
        try {
            return at.isEmpty() ? null : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException _) {
            // Then the server will say so itself when the time has come.
            return null;
        }
    }
}
