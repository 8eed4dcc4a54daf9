package org.commonwright.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;

/// Replicas and their keys for tests.
final class Records {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Records() {}

    static Identity identity(String name) {
        return Identity.temporary(new Person(name, name + "@example.org"), new SecureRandom());
    }

    static RecordStore store(Path folder, Identity identity) {
        return RecordStore.open(GitRepository.initBare(folder), identity, () -> NOON);
    }

    static ObjectNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }

    /// Puts a pack of these very bytes on the agent's log.
    static CommitId forge(GitRepository repository, Identity log, Identity signer, byte[] pack) {
        String ref = LogName.ref(log.agent());
        Optional<CommitId> tip = repository.refs().get(ref);
        var draft = new CommitDraft(log.person(), NOON, "forged").signedBy(signer.signer()).put(LogReader.PACK, pack);
        tip.ifPresent(draft::parent);
        CommitId commit = repository.commits().write(draft);
        repository.refs().update(ref, tip, commit);
        return commit;
    }

    static byte[] line(JsonNode json) {
        return (new String(Canonical.bytes(json), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
