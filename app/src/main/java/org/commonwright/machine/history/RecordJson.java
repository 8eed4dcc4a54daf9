package org.commonwright.machine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A record as it stands in its file and in `--json`.
public final class RecordJson {
    static final int VERSION = 1;

    private RecordJson() {}

    public static ObjectNode json(RunRecord run) {
        ObjectNode node = new ObjectMapper().createObjectNode().put("version", VERSION).put("id", run.id())
                .put("machine", run.machine()).put("port", run.port()).put("firmware", run.firmware())
                .put("dialect", run.dialect()).put("program", run.program()).put("hash", run.hash())
                .put("lines", run.lines()).put("job", run.job()).put("started", run.started().toString())
                .put("ended", run.ended() == null ? null : run.ended().toString()).put("outcome", run.outcome())
                .put("sent", run.sent()).put("executed", run.executed()).put("resends", run.resends())
                .put("seconds", run.seconds()).put("estimate", run.estimate()).put("pictures", run.pictures());
        run.reason().ifPresent(key -> node.set("reason", SavedProblem.json(key)));
        run.gap().ifPresent(key -> node.set("gap", SavedProblem.json(key)));
        node.putObject("material").put("length_mm", known(run.material().length()))
                .put("volume_mm3", known(run.material().volume())).put("grams", known(run.material().grams()));
        node.putObject("energy")
                .put("watt_hours", run.energy().how() == Energy.How.UNKNOWN ? null : run.energy().wattHours())
                .put("how", run.energy().how().word());
        node.putObject("check").put("verdict", run.check().verdict().word()).put("note", run.check().note());
        return node;
    }

    /// @throws Fault `history.damaged` when something that must be there is not, `history.newer`
    static RunRecord of(JsonNode node, String file) {
        if (node.path("version").asInt() > VERSION) {
            throw new Fault("history.newer", file);
        }
        try {
            JsonNode material = node.path("material");
            JsonNode energy = node.path("energy");
            JsonNode check = node.path("check");
            return new RunRecord(text(node, "id"), text(node, "machine"), text(node, "port"), text(node, "firmware"),
                    text(node, "dialect"), text(node, "program"), text(node, "hash"), node.path("lines").asInt(),
                    text(node, "job"), Instant.parse(text(node, "started")), instant(node.path("ended")),
                    text(node, "outcome"), key(node.path("reason")), node.path("sent").asInt(),
                    node.path("executed").asInt(), node.path("resends").asInt(), node.path("seconds").asDouble(),
                    node.path("estimate").asDouble(),
                    new Material(material.path("length_mm").asDouble(), material.path("volume_mm3").asDouble(),
                            material.path("grams").asDouble()),
                    new Energy(energy.path("watt_hours").asDouble(), Energy.How.of(energy.path("how").asText())),
                    node.path("pictures").asInt(),
                    new Check(Check.Verdict.of(check.path("verdict").asText()), check.path("note").asText()),
                    key(node.path("gap")));
        } catch (DateTimeException e) {
            throw new Fault(e, "history.damaged", file);
        }
    }

    /// 0 stands for what nobody knows.
    private static @Nullable Double known(double value) {
        return value > 0 ? value : null;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.asText()) : null;
    }

    private static Optional<Messages.Key> key(JsonNode node) {
        return node.isObject() ? Optional.of(SavedProblem.of(node)) : Optional.empty();
    }
}
