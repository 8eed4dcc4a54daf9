package org.commonwright.machine.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.commonwright.error.Fault;

/// What an answer of a host means. Nothing that it holds is trusted: neither its kind, nor its shape, nor its words.
final class HostAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;

    private HostAnswer() {}

    /// @return a missing node when the answer has no body, as "204 No Content"
    /// @throws Fault `hosts.key-refused`, `hosts.redirect`, `hosts.conflict`, `hosts.refused`, `hosts.not-json`
    static JsonNode json(HostAddress address, HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean isJson = type.toLowerCase(Locale.ROOT).matches("application/([a-z.+-]*\\+)?json\\b.*");
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            throw new Fault("hosts.redirect", address, answer.headers().firstValue("Location").map(HostAnswer::line)
                    .orElse("?"));
        }
        if (status == 401 || status == 403) {
            throw new Fault("hosts.key-refused", address);
        }
        if (status < 200 || status >= 300) {
            throw refusal(address, status, isJson ? message(body) : "");
        }
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        if (!isJson) {
            throw new Fault("hosts.not-json", address, address.software().title(), type.isEmpty() ? "?" : line(type));
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new Fault(e, "hosts.not-json", address, address.software().title(), "JSON?");
        }
    }

    private static Fault refusal(HostAddress address, int status, String message) {
        String said = message.isEmpty() ? "HTTP " + status : message;
        return switch (status) {
            case 404 -> new Fault("hosts.not-found", address, address.software().title(), said);
            case 409 -> new Fault("hosts.conflict", address, said);
            case 413 -> new Fault("hosts.upload-too-large", address, said);
            default -> new Fault("hosts.refused", address, said);
        };
    }

    /// OctoPrint says `{"error": "…"}`, Moonraker `{"error": {"code": 400, "message": "…"}}`.
    private static String message(byte[] body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return line(error.isTextual() ? error.asText() : error.path("message").asText(""));
        } catch (IOException _) {
            return line(new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8));
        }
    }

    /// A foreign text as one short line.
    static String line(String foreign) {
        String line = foreign.replaceAll("\\p{C}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
