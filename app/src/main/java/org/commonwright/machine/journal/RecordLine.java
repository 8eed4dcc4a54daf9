package org.commonwright.machine.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One record of a journal as a line of text: the CRC-32C of the JSON in eight hex digits, a blank, the JSON. So a record that
/// a power cut tore is known, and a person can read the file. (docs/formats/journal.md)
final class RecordLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREFIX = 9;

    private RecordLine() {}

    static ObjectNode node(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    static byte[] write(ObjectNode node) {
        String text = node.toString();
        return (checksum(text) + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// @return empty when the line is torn or damaged
    static Optional<ObjectNode> read(String line) {
        if (line.length() <= PREFIX || !line.startsWith(checksum(line.substring(PREFIX)) + " ")) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(line.substring(PREFIX)) instanceof ObjectNode node
                    ? Optional.of(node)
                    : Optional.empty();
        } catch (JsonProcessingException _) {
            // The checksum was right, so somebody wrote this who is not us; it is set aside like a torn one.
            return Optional.empty();
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
