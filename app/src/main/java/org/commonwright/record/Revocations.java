package org.commonwright.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.model.AgentId;
import org.commonwright.model.ContentId;

/// Keys that their owners have withdrawn, by an entry of kind [#KIND] in the key's own log: lost, stolen, or replaced. Of such a key
/// counts what the withdrawal follows in that log, and nothing that came later or beside it: a thief who goes on writing says nothing.
public final class Revocations {
    public static final String KIND = "key.revoked";

    private final Map<AgentId, Set<ContentId>> kept = new HashMap<>();

    private Revocations() {}

    public static Revocations of(RecordView records) {
        return records.revocations();
    }

    static Revocations read(RecordView records) {
        var revocations = new Revocations();
        for (Entry entry : records.entries()) {
            if (entry.kind().equals(KIND)) {
                Set<ContentId> before = before(records, last(entry).or(entry::previous), entry.author());
                before.add(entry.id());
                revocations.kept.merge(entry.author(), before, (all, more) -> {
                    all.retainAll(more);
                    return all;
                });
            }
        }
        return revocations;
    }

    /// The body of a withdrawal, version 1.
    ///
    /// @param reason for people
    /// @param last the last entry of the log that its owner stands by; empty for all before the withdrawal
    /// @param successor the key that its owner signs with from now on
    public static ObjectNode body(String reason, Optional<ContentId> last, Optional<AgentId> successor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("v", 1).put("reason", reason);
        last.ifPresent(id -> body.put("last", id.hex()));
        successor.ifPresent(agent -> body.put("successor", agent.fingerprint()));
        return body;
    }

    public boolean isRevoked(AgentId agent) {
        return kept.containsKey(agent);
    }

    /// @throws Fault `record.key-revoked` when the entry's key was withdrawn, and the withdrawal does not follow the entry
    public void check(Entry entry) {
        Set<ContentId> good = kept.get(entry.author());
        if (good != null && !good.contains(entry.id())) {
            throw new Fault("record.key-revoked", entry.author());
        }
    }

    /// What is not understood withdraws all that it might have meant: nothing that the owner does not stand by slips through.
    private static Optional<ContentId> last(Entry entry) {
        JsonNode last = entry.body().path("last");
        return last.isTextual() && last.asText().matches("[0-9a-f]{64}")
                ? Optional.of(new ContentId(last.asText()))
                : Optional.empty();
    }

    /// An entry of a log and what it follows there.
    private static Set<ContentId> before(RecordView records, Optional<ContentId> from, AgentId author) {
        var seen = new HashSet<ContentId>();
        var open = new ArrayDeque<ContentId>();
        from.ifPresent(open::add);
        while (!open.isEmpty()) {
            ContentId id = open.poll();
            Optional<Entry> entry = records.find(id).filter(e -> e.author().equals(author));
            if (entry.isPresent() && seen.add(id)) {
                entry.get().previous().ifPresent(open::add);
                open.addAll(entry.get().cites());
            }
        }
        return seen;
    }
}
