package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// `job.claimed`: a workshop won the claim of this epoch at the order's home.
///
/// @param epoch 1 for the first claim on the job; machines refuse an epoch below one they have seen
/// @param leaseUntil until then nobody else may take the job over, unless a run starts: then nobody may at all
public record ClaimRecord(String job, int epoch, String workshop, String machine, Instant leaseUntil) {
    public static final String KIND = "job.claimed";

    public ObjectNode toBody() {
        return Body.create().put("job", job).put("epoch", epoch).put("workshop", workshop).put("machine", machine)
                .put("lease_until", leaseUntil.toString());
    }

    /// @throws org.commonwright.error.Fault `fabrication.record-field`, `fabrication.record-version`
    public static ClaimRecord of(JsonNode node) {
        Body body = Body.of(node);
        return new ClaimRecord(body.job(), body.epoch(), body.text("workshop"), body.text("machine"),
                body.instant("lease_until"));
    }
}
