package org.commonwright.fabrication.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.commonwright.error.Fault;

/// The file `claim.json` that a claim's commit holds (docs/formats/orders.md).
final class ClaimJson {
    private static final int VERSION = 1;
    private static final int LONGEST = 512;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClaimJson() {}

    /// @param nonce makes two claims of the same workshop in the same moment two commits
    /// @param reason why this state was entered; may be empty
    static byte[] write(Claim claim, String nonce, String reason) {
        ObjectNode node = JSON.createObjectNode().put("v", VERSION).put("job", claim.job()).put("epoch", claim.epoch())
                .put("state", claim.state().token()).put("by", claim.holder().fingerprint())
                .put("workshop", claim.holder().workshop()).put("machine", claim.holder().machine())
                .put("lease_until", claim.leaseUntil().toString()).put("nonce", nonce).put("reason", reason);
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// @param version the commit that the file is in
    /// @throws Fault `fabrication.claim-bad` when it is no claim on this job and epoch
    static Claim read(byte[] bytes, String job, int epoch, String version) {
        try {
            JsonNode node = JSON.readTree(bytes);
            boolean right = node.path("v").asInt() == VERSION && node.path("job").asText().equals(job)
                    && node.path("epoch").asInt() == epoch;
            ClaimState state = ClaimState.named(node.path("state").asText()).orElse(null);
            if (!right || state == null) {
                throw new Fault("fabrication.claim-bad", job, epoch);
            }
            var holder = new Claimant(text(node, "by"), text(node, "workshop"), text(node, "machine"));
            return new Claim(job, epoch, holder, state, Instant.parse(text(node, "lease_until")), version);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new Fault(e, "fabrication.claim-bad", job, epoch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a person will read: without control characters, not endless.
    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText().replaceAll("\\p{Cntrl}", "\ufffd");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
