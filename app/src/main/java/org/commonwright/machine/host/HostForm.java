package org.commonwright.machine.host;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.commonwright.http.CountedBody;
import org.commonwright.machine.protocol.Program;

/// A program with a few fields beside it, as a browser sends a form with a file (RFC 7578).
final class HostForm {
    private static final int LONGEST_NAME = 120;

    private final String boundary = "----commonwright-" + UUID.randomUUID();
    private final byte[] head;
    private final byte[] file;
    private final byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);

    HostForm(Program program, Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> text.append("--").append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value)
                .append("\r\n"));
        text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name(program.name())).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        this.head = text.toString().getBytes(StandardCharsets.UTF_8);
        this.file = program.bytes();
    }

    /// A file name that both hosts take for a program: no folder, nothing that would end the header, and an ending that they
    /// know. They may still change it, and say what they made of it.
    static String name(String program) {
        String plain = program.replaceAll("[\\p{C}\"%/\\\\:*?<>|]+", "_").strip();
        String known = plain.matches("(?i).*\\.(gcode|gco|g)") ? plain : plain + ".gcode";
        return known.length() <= LONGEST_NAME ? known : known.substring(known.length() - LONGEST_NAME);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return (long) head.length + file.length + tail.length;
    }

    /// Its length is said in advance, because OctoPrint wants it.
    ///
    /// @param sent counts the bytes that left
    BodyPublisher body(AtomicLong sent) {
        return new CountedBody(BodyPublishers.concat(BodyPublishers.ofByteArray(head),
                BodyPublishers.ofByteArray(file), BodyPublishers.ofByteArray(tail)), length(), sent);
    }
}
