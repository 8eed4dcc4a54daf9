package org.commonwright.cli.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.record.Entry;

/// A record as it was written, with its id.
public final class EntryJson {
    private EntryJson() {}

    public static ObjectNode of(Entry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", entry.id().hex()).put("author", entry.author().fingerprint());
        node.put("time", entry.time().toString()).put("kind", entry.kind());
        entry.previous().ifPresent(id -> node.put("prev", id.hex()));
        ArrayNode cites = node.putArray("cites");
        entry.cites().forEach(id -> cites.add(id.hex()));
        node.set("body", entry.body());
        return node;
    }

    public static ArrayNode of(List<Entry> entries) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> array.add(of(entry)));
        return array;
    }
}
