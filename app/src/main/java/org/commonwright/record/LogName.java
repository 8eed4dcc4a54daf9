package org.commonwright.record;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.commonwright.model.AgentId;

/// The name of a log's ref: the key's fingerprint in hex, because base64 has `/` in it and disks fold its case.
final class LogName {
    /// The folder of the logs' own folder.
    static final String ABOVE = "refs/commonwright/";
    static final String REFS = ABOVE + "log/";

    private static final int PREFIX = "SHA256:".length();

    private LogName() {}

    static String of(AgentId agent) {
        byte[] hash = Base64.getDecoder().decode(agent.fingerprint().substring(PREFIX) + "=");
        return HexFormat.of().formatHex(hash);
    }

    static String ref(AgentId agent) {
        return REFS + of(agent);
    }

    /// Empty when it is not such a name.
    static Optional<AgentId> parse(String name) {
        if (!name.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        byte[] hash = HexFormat.of().parseHex(name);
        return Optional.of(new AgentId("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash)));
    }
}
