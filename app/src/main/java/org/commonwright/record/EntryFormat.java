package org.commonwright.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.model.AgentId;
import org.commonwright.model.ContentId;

/// An entry as one canonical line; see docs/formats/records.md.
final class EntryFormat {
    static final int VERSION = 1;
    static final int ENTRY_LIMIT = 1 << 20;

    private static final String KIND = "[a-z][a-z0-9.-]{0,63}";
    private static final Set<String> FIELDS = Set.of("v", "author", "time", "kind", "prev", "cites", "body");

    private EntryFormat() {}

    /// What a line turned out to be.
    sealed interface Read {
        /// An entry.
        record Good(Entry entry) implements Read {}

        /// None, and why.
        record Bad(Problem reason) implements Read {}
    }

    /// An entry and its line.
    record Written(Entry entry, byte[] line) {}

    /// @throws Fault `record.not-writable` when the body or the kind has no canonical form, `record.entry-too-large`
    static Written write(NewEntry entry, AgentId author, Instant time, Optional<ContentId> previous) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION).put("author", author.fingerprint()).put("time", time.toString());
        json.put("kind", entry.kind()).set("body", entry.body());
        previous.ifPresent(id -> json.put("prev", id.hex()));
        ArrayNode cites = json.putArray("cites");
        new TreeSet<>(entry.cites().stream().map(ContentId::hex).toList()).forEach(cites::add);
        byte[] line;
        try {
            line = Canonical.bytes(json);
        } catch (IllegalArgumentException e) {
            throw new Fault(e, "record.not-writable", entry.kind(), String.valueOf(e.getMessage()));
        }
        if (line.length > ENTRY_LIMIT) {
            throw new Fault("record.entry-too-large", line.length, ENTRY_LIMIT);
        }
        return switch (read(line, author)) {
            case Read.Good good -> new Written(good.entry(), line);
            case Read.Bad _ -> throw new Fault("record.not-writable", entry.kind(), "kind");
        };
    }

    /// @param log whose log the line is in
    static Read read(byte[] line, AgentId log) {
        if (line.length > ENTRY_LIMIT) {
            return bad("record.entry-too-large", line.length, ENTRY_LIMIT);
        }
        Optional<JsonNode> json = Canonical.parse(line);
        if (json.isEmpty() || !json.get().isObject()) {
            return bad("record.not-canonical");
        }
        JsonNode entry = json.get();
        if (entry.path("v").intValue() != VERSION) {
            return bad("record.unknown-version", entry.path("v").asText("?"), VERSION);
        }
        if (!entry.path("author").asText().equals(log.fingerprint())) {
            return bad("record.author-mismatch", printable(entry.path("author").asText()));
        }
        return fields(entry, ContentId.of(line), log);
    }

    private static Read fields(JsonNode json, ContentId id, AgentId author) {
        boolean formed = json.path("kind").asText().matches(KIND) && json.has("body") && json.path("cites").isArray()
                && json.properties().stream().allMatch(p -> FIELDS.contains(p.getKey()));
        if (!formed) {
            return bad("record.malformed");
        }
        try {
            String text = json.path("time").asText();
            Instant time = Instant.parse(text);
            var cites = new ArrayList<ContentId>();
            for (JsonNode cite : json.get("cites")) {
                cites.add(new ContentId(cite.asText()));
            }
            Optional<ContentId> previous = json.has("prev")
                    ? Optional.of(new ContentId(json.get("prev").asText()))
                    : Optional.empty();
            return time.toString().equals(text)
                    ? new Read.Good(new Entry(id, author, time, json.get("kind").asText(), previous,
                            List.copyOf(cites), json.get("body")))
                    : bad("record.malformed");
        } catch (DateTimeException | IllegalArgumentException _) {
            return bad("record.malformed");
        }
    }

    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.substring(0, Math.min(plain.length(), 60));
    }

    private static Read bad(String code, Object... arguments) {
        return new Read.Bad(Problem.error(null, code, arguments));
    }
}
