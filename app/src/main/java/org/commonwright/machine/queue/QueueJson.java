package org.commonwright.machine.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;

/// A queue as it stands in its file and in `--json` (docs/formats/queue.md).
public final class QueueJson {
    static final int VERSION = 1;

    private QueueJson() {}

    public static ObjectNode json(String machine, MachineQueue queue) {
        ObjectNode node = new ObjectMapper().createObjectNode().put("version", VERSION).put("machine", machine)
                .put("paused", queue.paused()).put("plate_clear", queue.plateClear());
        queue.running().ifPresent(
                run -> node.putObject("running").put("item", run.item()).put("journal", run.journal()));
        ArrayNode items = node.putArray("items");
        for (QueueItem item : queue.items()) {
            items.addObject().put("id", item.id()).put("program", item.program()).put("hash", item.hash())
                    .put("lines", item.lines()).put("copies", item.copies()).put("done", item.done())
                    .put("added", item.added().toString()).put("last", item.last());
        }
        return node;
    }

    /// @throws Fault `queue.damaged`, `queue.newer`
    static MachineQueue of(JsonNode node, String file) {
        if (node.path("version").asInt() > VERSION) {
            throw new Fault("queue.newer", file);
        }
        if (node.path("version").asInt() != VERSION || !node.path("items").isArray()) {
            throw new Fault("queue.damaged", file);
        }
        List<QueueItem> items = new ArrayList<>();
        try {
            for (JsonNode item : node.path("items")) {
                String hash = item.path("hash").asText();
                if (!hash.matches("[0-9a-f]{64}")) {
                    throw new Fault("queue.damaged", file);
                }
                items.add(new QueueItem(item.path("id").asText(), item.path("program").asText(), hash,
                        item.path("lines").asInt(),
                        Math.clamp(item.path("copies").asInt(), 1, MachineQueue.MOST_COPIES),
                        Math.max(0, item.path("done").asInt()), Instant.parse(item.path("added").asText()),
                        item.path("last").asText()));
            }
        } catch (DateTimeException e) {
            throw new Fault(e, "queue.damaged", file);
        }
        JsonNode running = node.path("running");
        return new MachineQueue(items, node.path("paused").asBoolean(true), node.path("plate_clear").asBoolean(),
                running.isObject()
                        ? Optional.of(new MachineQueue.Running(running.path("item").asText(),
                                running.path("journal").asText()))
                        : Optional.empty());
    }
}
